import { useDeferredValue, useMemo } from 'react';
import type { NumberList } from '../list/useNumberList.ts';
import { compareLists } from './compare-lists.ts';
import { createPhoneReader } from './phone-reader.ts';
import { readList } from './read-list.ts';
import { rentedDigits } from './rented-digits.ts';

/** What was pasted and what of it is rented, as far as that is loaded; it follows as more arrives. */
export function useComparison({ set }: NumberList, typed: string, country: string | null) {
  const text = useDeferredValue(typed);
  const { length } = set.rows;
  const { edits } = set;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a set changes in place, which its length and edits say.
  const rented = useMemo(() => rentedDigits(set.rows), [set, length, edits]);
  const list = useMemo(
    () =>
      readList(
        text,
        createPhoneReader((digits) => rented.has(digits), country),
      ),
    [text, rented, country],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const comparison = useMemo(
    () => compareLists(set.rows, list.numbers),
    [set, length, edits, list],
  );
  return { list, comparison };
}
