import { accountEntries } from '#contract/account.ts';
import { inventoryEventSchema } from '#contract/inventory.ts';
import { routes } from '#contract/routes.ts';
import { selectionEntries } from '#contract/selection.ts';
import { getLines } from '../lib/get-lines.ts';
import type { OpenStream } from './walk.ts';

/** Opens whole walks of an account. Not a query: the answer is neither cached nor shared. */
export const openInventory =
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
