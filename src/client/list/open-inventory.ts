import { type InventoryEvent, inventoryEventSchema } from '#contract/inventory.ts';
import { routes } from '#contract/routes.ts';
import { type NumberSelection, selectionEntries } from '#contract/selection.ts';
import { getLines } from '../lib/get-lines.ts';
import type { StreamPlace } from './walk.ts';

/** The events of a whole walk on the server. Not a query: its answer is neither cached nor shared. */
export function openInventory(
  selection: NumberSelection,
  { after, checkpoint, fresh }: StreamPlace,
  signal: AbortSignal,
): AsyncIterable<InventoryEvent> {
  const searchParams = new URLSearchParams(selectionEntries(selection));
  if (after !== null) searchParams.set('after', after);
  else if (checkpoint !== null) searchParams.set('checkpoint', checkpoint);
  else if (fresh) searchParams.set('fresh', 'true');
  return getLines(routes.inventory, inventoryEventSchema, { searchParams, signal });
}
