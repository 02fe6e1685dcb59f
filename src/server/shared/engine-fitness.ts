/**
 * Why an engine may not be used, as one line that names the remedy; null for one that may.
 * @param info the engine's answer to `INFO`.
 */
export function unfitnessOf(info: string): string | null {
  const [, policy = ''] = /^maxmemory_policy:(\S+)/m.exec(info) ?? [];
  if (policy.startsWith('allkeys-')) {
    // Such an engine forgets sessions and the count of wrong passwords when its memory is full.
    return `The engine of SHARED_URL has maxmemory-policy ${policy}, which forgets sessions and pauses: set volatile-ttl or noeviction.`;
  }
  if (/^cluster_enabled:1/m.test(info)) {
    return 'The engine of SHARED_URL is a part of a cluster, which answers for some keys only: name a single engine, or Sentinels.';
  }
  return null;
}
