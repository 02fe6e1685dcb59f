import { Agent, get } from 'node:http';

/** One client with one connection that it keeps; what it measures is in microseconds. */
export function createTimedClient(url: string, headers: Record<string, string> = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<number>((resolve, reject) => {
      const started = performance.now();
      get(url, { agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
        response.resume().once('end', () => resolve((performance.now() - started) * 1000));
      }).once('error', reject);
    });
  return {
    /** How long each of so many answers took, one after another. */
    async times(count: number): Promise<number[]> {
      const times: number[] = [];
      while (times.length < count) times.push(await ask());
      return times;
    },
    close: () => agent.destroy(),
  };
}
