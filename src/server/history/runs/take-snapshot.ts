import type { Snapshot } from '#contract/history.ts';
import type { Walk } from '../../upstream/walk.ts';
import type { AccountHistory, Draft, ListFacts } from '../store/history.ts';

/**
 * Reads a walk to its end.
 * @throws ProblemError when the walk failed, an Error when it was cut or its rows are not those that
 * it counted: a part of a list is no snapshot.
 */
async function readWhole(walk: Walk, draft: Draft): Promise<ListFacts> {
  const seen = new Set<string>();
  for await (const event of walk) {
    switch (event.event) {
      case 'numbers':
        for (const { number_sid } of event.numbers) seen.add(number_sid);
        await draft.add(event.numbers);
        break;
      case 'done':
        if (seen.size !== event.total) {
          throw new Error(`Of ${event.total} counted rows, a snapshot got ${seen.size}.`);
        }
        return { asOf: event.asOf, skipped: event.skipped };
      case 'failed':
        throw event.error;
    }
  }
  throw new Error('A walk ended without saying how.');
}

/**
 * Makes a walk of the whole list a snapshot, or keeps nothing at all.
 * @param signal aborted with a ProblemError when the snapshot may not be kept any more.
 */
export async function takeSnapshot(
  history: AccountHistory,
  walk: Walk,
  signal: AbortSignal,
): Promise<Snapshot> {
  const draft = await history.begin();
  try {
    const facts = await readWhole(walk, draft);
    signal.throwIfAborted();
    return await draft.keep(facts);
  } catch (error) {
    await draft.drop();
    throw error;
  }
}
