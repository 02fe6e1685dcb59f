import { accountEntries } from '#contract/account.ts';
import { inventoryEventSchema } from '#contract/inventory.ts';
import { routes } from '#contract/routes.ts';
import { selectionEntries } from '#contract/selection.ts';
import { getLines } from '../lib/get-lines.ts';
import type { OpenStream } from './walk.ts';

/** Opens whole walks of an account. Not a query: the answer is neither cached nor shared. */
const openWalk =
  (account: string | null): OpenStream =>
  (selection, { after, checkpoint, fresh }, signal) => {
    const searchParams = new URLSearchParams([
      ...accountEntries(account),
      ...selectionEntries(selection),
    ]);
    if (after !== null) searchParams.set('after', after);
    else if (checkpoint !== null) searchParams.set('checkpoint', checkpoint);
    else if (fresh) searchParams.set('fresh', 'true');
    return getLines(routes.inventory, inventoryEventSchema, { searchParams, signal });
  };

/** Opens the list of a snapshot. It has no places to go on from: a second stream brings all again. */
const openSnapshot =
  (account: string | null, seq: number): OpenStream =>
  (selection, _place, signal) => {
    const searchParams = new URLSearchParams([
      ...accountEntries(account),
      ['seq', String(seq)],
      ...selectionEntries(selection),
    ]);
    return getLines(routes.historyList, inventoryEventSchema, { searchParams, signal });
  };

/** Opens whole lists of an account: those of now by a walk, or the list of a snapshot. */
export const openInventory = (account: string | null, snapshot: number | null): OpenStream =>
  snapshot === null ? openWalk(account) : openSnapshot(account, snapshot);
