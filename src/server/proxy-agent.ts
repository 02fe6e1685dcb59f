import { EnvHttpProxyAgent } from 'undici';
import type { OutboundProxy } from './read-proxy.ts';

/** Tunnels to https hosts through the proxy, but for its exceptions; null without a proxy. */
export const proxyAgent = (proxy: OutboundProxy | null) =>
  proxy &&
  new EnvHttpProxyAgent({
    httpProxy: '',
    httpsProxy: proxy.url,
    noProxy: proxy.except,
    ...(proxy.authorization !== null && { token: proxy.authorization }),
  });
