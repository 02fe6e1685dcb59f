import { ownHosts } from './guard/allowed-hosts.ts';

/** A machine gets and loses addresses while the server runs: by Wi-Fi, a VPN or a new lease. */
const freshMs = 10_000;

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
