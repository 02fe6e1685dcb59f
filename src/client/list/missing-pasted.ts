import type { PastedFilter } from './pasted-rows.ts';
import type { RowSet } from './row-set.ts';
import { rentedLines } from './search-place.ts';

/** The count of pasted numbers without a loaded row. */
export function missingPasted(set: RowSet, { lines }: PastedFilter): number {
  const rented = rentedLines(set);
  let missing = 0;
  for (const line of lines.keys()) if (!rented.has(line)) missing += 1;
  return missing;
}
