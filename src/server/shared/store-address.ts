import type { RedisOptions } from 'ioredis';
import type { Environment } from '../environment.ts';

interface StoreHost {
  host: string;
  port: number;
}

/** The address of the shared store, as `SHARED_URL` names it. */
export interface StoreAddress {
  /** One store, or the sentinels that know the present master. */
  hosts: readonly StoreHost[];
  /** The name under which the sentinels watch the master; null for a single store. */
  master: string | null;
  tls: boolean;
  username: string | null;
  password: string | null;
  database: number;
}

const ports = { store: 6379, sentinel: 26_379 };

const pattern =
  /^(rediss?)(\+sentinel)?:\/\/(?:([^:@/]*):([^@/]*)@)?([^@/?#]+)(?:\/([\w.-]*))?(?:\/(\d{1,4}))?$/;

function readHost(text: string, port: number): StoreHost | null {
  const [, six, four, given] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = six ?? four;
  const number = given === undefined ? port : Number(given);
  return host === undefined || number < 1 || number > 65_535 ? null : { host, port: number };
}

function decode(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Reads the address of the store: `redis://[[user]:password@]host[:port][/database]`, `rediss://…`
 * with TLS, or `redis+sentinel://[[user]:password@]host[:port],host[:port]/master[/database]`. User
 * and password are percent-encoded. A password alone has its colon, as in `redis://:password@host`;
 * a single word before the `@` is refused, because programs disagree whether it is a user.
 *
 * @returns null when the text is no such address.
 */
export function readStoreAddress(text: string): StoreAddress | null {
  const [, scheme, sentinel, username, password, list = '', first = '', second] =
    pattern.exec(text) ?? [];
  if (scheme === undefined) return null;
  const isSentinel = sentinel !== undefined;
  const database = isSentinel ? (second ?? '0') : first || '0';
  if (isSentinel ? first === '' : second !== undefined) return null;
  if (!/^\d{1,4}$/.test(database)) return null;
  const port = isSentinel ? ports.sentinel : ports.store;
  const hosts = list.split(',').map((one) => readHost(one, port));
  if (hosts.length > 1 && !isSentinel) return null;
  const known = hosts.filter((one) => one !== null);
  if (known.length < hosts.length) return null;
  return {
    hosts: known,
    master: isSentinel ? first : null,
    tls: scheme === 'rediss',
    username: decode(username),
    password: decode(password),
    database: Number(database),
  };
}

/** Reads the address of the store from the environment; null without one. */
export function readShared(env: Environment): StoreAddress | null {
  const text = env.secret('SHARED_URL');
  if (text === undefined) return null;
  const address = readStoreAddress(text);
  // The address may hold a password, so it is not repeated.
  if (address === null) {
    env.refuse(
      'SHARED_URL is not an address of Redis or Valkey; it looks like redis://host:6379, rediss://user:password@host:6379, redis+sentinel://host:26379,host:26379/master, or rediss+sentinel://… with TLS. A password without a user has a colon before it: redis://:password@host:6379.',
    );
  }
  return address;
}

/** The address without its password, for the log and for `check-config`. */
export function describeStore({ hosts, master, tls, database }: StoreAddress): string {
  const list = hosts.map(({ host, port }) => `${host}:${port}`).join(', ');
  const name = master === null ? '' : `, master ${master}`;
  return `${list}${name}, database ${database}${tls ? ', with TLS' : ''}`;
}

/**
 * The longest wait for one answer; a hung store then counts as lost. A balancer that asks a second
 * server after the first one still answers within a second.
 */
export const answerMs = 400;
/** Answers that come later are dropped; none is waited for any longer. */
const graceMs = 500;

/** All options but one, whose type the constructor refuses with `undefined` in it. */
type Options = Omit<RedisOptions, 'replyMapping'>;

/** How to connect to the store, and how long to wait for it. */
export function storeOptions(address: StoreAddress): Options {
  const { hosts, master, tls, username, password, database } = address;
  const secure = tls ? { tls: {} } : {};
  const place: Options =
    master === null
      ? { ...hosts[0], ...secure }
      : {
          sentinels: hosts.map((one) => ({ ...one })),
          name: master,
          ...(password !== null && { sentinelPassword: password }),
          ...(tls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
          ...secure,
          sentinelRetryStrategy: (times) => Math.min(50 * times, 500),
        };
  return {
    ...place,
    db: database,
    ...(username !== null && { username }),
    ...(password !== null && { password }),
    // Together these settle every command in a second. With the defaults a command waits for the
    // store to come back, and may be carried out twice.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: answerMs + graceMs,
    connectTimeout: 2000,
    socketTimeout: 1500,
    retryStrategy: (times) => Math.min(50 * times, 500),
    // After a failover the old master refuses to write; a new connection finds the new master.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
    lazyConnect: true,
  };
}
