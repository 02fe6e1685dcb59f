import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../problem-error.ts';

const pauseMs = 100;

export const isStoreLost = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code === 'store_unavailable';

/**
 * Tries again for so long while the store cannot be reached. A busy machine or a failover should
 * not cost a whole walk.
 * @param work may be carried out twice.
 */
export async function patiently<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + ms;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isStoreLost(error) || performance.now() >= until) throw error;
    }
    await sleep(pauseMs);
  }
}
