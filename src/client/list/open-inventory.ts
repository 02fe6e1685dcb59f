import { accountEntries } from '#contract/account.ts';
import { inventoryEventSchema } from '#contract/inventory.ts';
import { routes } from '#contract/routes.ts';
import { selectionEntries } from '#contract/selection.ts';
import { getLines } from '../lib/get-lines.ts';
import type { OpenStream, StreamPlace } from './walk.ts';

/** Where a walk goes on. A snapshot has no such places: a second stream of it brings all again. */
function placeEntries({ after, checkpoint, fresh }: StreamPlace): [string, string][] {
  if (after !== null) return [['after', after]];
  if (checkpoint !== null) return [['checkpoint', checkpoint]];
  return fresh ? [['fresh', 'true']] : [];
}

/**
 * Opens whole lists of an account: those of now by a walk, or the list of a snapshot. Not a query: the
 * answer is neither cached nor shared.
 */
export const openInventory =
  (account: string | null, snapshot: number | null): OpenStream =>
  (selection, place, signal) => {
    const searchParams = new URLSearchParams([
      ...accountEntries(account),
      ...selectionEntries(selection),
      ...(snapshot === null ? placeEntries(place) : [['seq', String(snapshot)]]),
    ]);
    const route = snapshot === null ? routes.inventory : routes.historyList;
    return getLines(route, inventoryEventSchema, { searchParams, signal });
  };
