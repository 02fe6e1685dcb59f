import { buildConnector, type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';
import { ProblemError, type ProblemExtras } from '../problem-error.ts';
import type { OutboundProxy } from '../read-proxy.ts';

/**
 * No part of an answer came: the upstream, or a proxy on the way, is unreachable. A retry costs the
 * upstream next to nothing, and it may be back at any moment.
 */
export class UnreachedError extends ProblemError {
  constructor(detail: string, extras: ProblemExtras) {
    super('upstream_unreachable', detail, extras);
  }
}

/**
 * The part of the way on which a connection failed: to the upstream itself, or to the proxy before
 * it.
 */
export type Leg = 'upstream' | 'proxy';

/**
 * A connection that was never made. This error hides the `code` of its cause from undici, which
 * acts on some codes: it would connect again and again, as if the failure were its own.
 */
export class ConnectionFailure extends Error {
  override readonly name = 'ConnectionFailure';
  readonly leg: Leg;

  constructor(leg: Leg, cause: unknown) {
    super('A connection could not be made.', { cause });
    this.leg = leg;
  }
}

interface ConnectionOptions {
  origin: string;
  /** Connections at once, at the most. */
  concurrency: number;
  /** null connects straight to the upstream. */
  proxy: OutboundProxy | null;
}

type Connector = buildConnector.connector;

/** The same connector; its failures name the leg on which they happened. */
const naming =
  (connect: Connector, legOf: (cause: Error) => Leg): Connector =>
  (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error === null) callback(null, socket);
      else if (error instanceof ConnectionFailure) callback(error, null);
      else callback(new ConnectionFailure(legOf(error), error), null);
    });

/** Whether an error means a CONNECT that was refused, cut off, or not answered in HTTP. */
const isOfConnect = (error: Error) =>
  'code' in error && /^(UND_ERR_(ABORTED|SOCKET)|HPE_)/.test(String(error.code));

/**
 * The connections to the upstream: at most `concurrency`, kept for half a minute, straight or
 * through a tunnel of a proxy. The proxy sees no credentials of the API, because they travel inside
 * the tunnel.
 */
export function createConnections({ origin, concurrency, proxy }: ConnectionOptions): Dispatcher {
  const options = { connections: concurrency, pipelining: 1, keepAliveTimeout: 30_000 };
  const straight = naming(buildConnector({}), () => 'upstream');
  if (proxy === null) return new Pool(origin, { ...options, connect: straight });
  return new EnvHttpProxyAgent({
    ...options,
    httpProxy: '',
    httpsProxy: proxy.url,
    noProxy: proxy.except,
    ...(proxy.authorization !== null && { token: proxy.authorization }),
    connect: straight,
    clientFactory: (url, { connect }: { connect: Connector }) =>
      new Pool(url, { connect: naming(connect, () => 'proxy') }),
    factory: (url, { connect, ...rest }: Pool.Options & { connect: Connector }) =>
      new Pool(url, {
        ...rest,
        connect: naming(connect, (cause) => (isOfConnect(cause) ? 'proxy' : 'upstream')),
      }),
  });
}
