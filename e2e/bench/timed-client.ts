import { Agent, get } from 'node:http';

/** A client with one kept connection; its times are in microseconds. */
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
    /** The times of `count` answers, one after another. */
    async times(count: number): Promise<number[]> {
      const times: number[] = [];
      while (times.length < count) times.push(await ask());
      return times;
    },
    close: () => agent.destroy(),
  };
}
