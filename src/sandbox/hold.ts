import { createRandom } from './data/random.ts';

/** Resolves after `ms` milliseconds, or at once when the client goes away. Never rejects. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish);
  });
}

/**
 * A function that holds each answer back for about `latencyMs` milliseconds (drawn from the seed,
 * one draw an answer), but no longer than the client waits. 0 holds nothing back.
 *
 * @param jitter the most an answer strays from the latency, as a share of it
 */
export function createHold(latencyMs: number, seed: number, jitter = 0.15) {
  const random = createRandom(seed);
  return (signal: AbortSignal): Promise<void> =>
    wait(latencyMs * (1 + jitter * (2 * random.next() - 1)), signal);
}
