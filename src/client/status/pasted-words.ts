import { ofKept } from '../list/kept-words.ts';
import type { PastedFilter } from '../list/pasted-rows.ts';
import type { RowSet } from '../list/row-set.ts';
import { isComplete } from '../list/scope.ts';
import { rentedLines } from '../list/search-place.ts';
import type { NumberList } from '../list/useNumberList.ts';
import * as words from '../words/pasted.ts';

/** The count of pasted numbers without a loaded row. */
function missingPasted(set: RowSet, { lines }: PastedFilter): number {
  const rented = rentedLines(set);
  let missing = 0;
  for (const line of lines.keys()) if (!rented.has(line)) missing += 1;
  return missing;
}

/**
 * The pasted numbers that the table cannot show, if it shows only pasted ones; null when none is
 * missing. Only the whole list of the account proves that a number is not rented.
 */
export function pastedWords({
  pasted,
  set,
  scope,
  asked,
}: Pick<NumberList, 'pasted' | 'set' | 'scope' | 'asked'>): string | null {
  if (pasted === null) return null;
  const missing = missingPasted(set, pasted);
  if (missing === 0) return null;
  const isFiltered = Object.keys(asked).length > 0;
  const say = !isComplete(scope)
    ? words.notLoaded
    : isFiltered
      ? words.notAmongThese
      : words.notRented;
  return ofKept(scope, say(missing, pasted.lines.size));
}
