import type { Logger } from 'pino';
import { listeningAddresses, ownHosts } from './guard/allowed-hosts.ts';

/** A machine gets and loses addresses while the server runs: by Wi-Fi, a VPN or a new lease. */
const freshMs = 10_000;

/**
 * The addresses that `host` listens on. If the system does not list them, only loopback and
 * `PUBLIC_ORIGIN` are answered.
 */
export function addressesOf(host: string, logger: Logger): () => string[] {
  let isLogged = false;
  return () => {
    try {
      return listeningAddresses(host);
    } catch (error) {
      const cause = error instanceof Error ? error.message : undefined;
      if (!isLogged) {
        logger.warn(
          { cause },
          'addresses of this machine unknown: only loopback and PUBLIC_ORIGIN are answered',
        );
      }
      isLogged = true;
      return [];
    }
  };
}

interface KnownHostsOptions {
  port: number;
  publicOrigin: URL | null;
  /** Lists the addresses that the server listens on. */
  addresses: () => readonly string[];
  now?: () => number;
}

/** Our own values of `Host`. The addresses are listed again when they are older than ten seconds. */
export function createKnownHosts(options: KnownHostsOptions) {
  const { publicOrigin, addresses, now = () => performance.now() } = options;
  let { port } = options;
  let listed: { hosts: ReadonlySet<string>; at: number } | null = null;
  return {
    hosts(): ReadonlySet<string> {
      if (listed === null || now() - listed.at >= freshMs) {
        listed = { hosts: ownHosts(port, publicOrigin, addresses()), at: now() };
      }
      return listed.hosts;
    },
    /** Tells the real port, which port 0 leaves open. */
    listensOn(real: number) {
      port = real;
      listed = null;
    },
  };
}
