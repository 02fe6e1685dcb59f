import { ProblemError } from '../../problem-error.ts';
import type { Lines } from './history.ts';

/** How an answer of kept lines ends. */
export interface LastEvents<T, E> {
  done: (counts: T) => E;
  failed: (error: ProblemError) => E;
}

/** Lines, of which the first were read: what fails before them can still have a status of its own. */
interface OpenLines<T> {
  lines: Lines<T>;
  first: IteratorResult<Uint8Array, T>;
}

/** Reads the first lines. Fails with `snapshot_gone` or `history_broken`. */
export const openLines = async <T>(lines: Lines<T>): Promise<OpenLines<T>> => ({
  lines,
  first: await lines.next(),
});

/** Kept lines and then the last event; nothing more once the reader has left. */
export async function* withLastEvent<T, E>(
  { lines, first }: OpenLines<T>,
  signal: AbortSignal,
  { done, failed }: LastEvents<T, E>,
): AsyncGenerator<Uint8Array | E, void, void> {
  let step = first;
  try {
    while (!step.done) {
      yield step.value;
      signal.throwIfAborted();
      step = await lines.next();
    }
    yield done(step.value);
  } catch (cause) {
    const reason = signal.aborted ? signal.reason : cause;
    if (reason instanceof ProblemError) yield failed(reason);
    else if (!signal.aborted) yield failed(ProblemError.unexpected(cause));
  } finally {
    // Whoever stops reading lets go of the files.
    const reading: AsyncIterator<Uint8Array, unknown> = lines;
    await reading.return?.();
  }
}
