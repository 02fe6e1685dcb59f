import { setImmediate } from 'node:timers/promises';

/** Lets other work of this thread run. Fails with the reason once the signal is aborted. */
export async function breath(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
