import { useMemo, useRef, useState } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import type { RowView } from './row-list.ts';
import type { RowSet } from './row-set.ts';
import { selectedRows } from './selected-rows.ts';

const none: ReadonlySet<string> = new Set();

/** The numbers that the reader selected, and their rows; a row stays selected when the list changes. */
export function useSelection(set: RowSet, shown: RowView) {
  const [selected, onSelect] = useState(none);
  const memory = useRef({ set, kept: new Map<string, RentedNumber>() });
  const { kept, set: before } = memory.current;
  function keepRows({ positionOf, rows }: RowSet) {
    for (const number_sid of selected) {
      const position = positionOf(number_sid);
      if (position !== undefined) kept.set(number_sid, rows[position]!);
    }
  }
  if (before !== set) {
    keepRows(before);
    memory.current.set = set;
  }
  const rows = useMemo(
    () => selectedRows(set, shown, selected, kept),
    [set, shown, selected, kept],
  );
  /** @returns selects the same rows again, besides those that were selected since. */
  function clear() {
    keepRows(set);
    onSelect(none);
    return () => onSelect((now) => new Set([...selected, ...now]));
  }
  return { selected, onSelect, clear, rows };
}

export type Selection = ReturnType<typeof useSelection>;
