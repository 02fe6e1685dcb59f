import { fetch as fetchOverProxy } from 'undici';
import { proxyAgent } from '../../proxy-agent.ts';
import type { OutboundProxy } from '../../read-proxy.ts';

/** Like `fetch`, with options as the libraries build them. */
export type ProviderFetch = (url: string, options: object) => Promise<Response>;

/**
 * The way to the provider: straight, or through the same proxy as to Apifonica. `NO_PROXY` lists a
 * provider inside the company.
 */
export function createProviderFetch(first: OutboundProxy | null) {
  let agent = proxyAgent(first);

  const fetchProvider: ProviderFetch = async (url, options) => {
    if (agent === null) return fetch(url, options as RequestInit);
    // Node's own `fetch` takes no agent of another version of undici. The answers are alike, but
    // not for the compiler.
    return (await fetchOverProxy(url, { ...options, dispatcher: agent })) as unknown as Response;
  };

  return {
    fetch: fetchProvider,
    changeProxy(proxy: OutboundProxy | null) {
      void agent?.close();
      agent = proxyAgent(proxy);
    },
    close: async () => agent?.close(),
  };
}
