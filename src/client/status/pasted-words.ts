import { ofKept } from '../list/kept-words.ts';
import { missingPasted } from '../list/missing-pasted.ts';
import { isComplete } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import * as words from '../words/pasted.ts';

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
