import { useCallback, useEffect, useRef } from 'react';
import type { Address } from '../address/address.ts';
import { openDetails, useOpenings } from '../address/open-details.ts';
import { openKey } from '../list/open-row.ts';
import type { NumberList } from '../list/useNumberList.ts';
import type { Grid } from '../table/useGrid.ts';

/** Opens the details of rows. Closing the details in any way returns the focus to their row. */
export function useOpening(
  { shown, set }: NumberList,
  openIndex: number,
  { open }: Address,
  { focusCell }: Grid,
) {
  const openRow = useCallback(
    (index: number) => {
      const row = shown.at(index);
      if (row) openDetails(openKey(row, set));
    },
    [shown, set],
  );

  const last = useRef({ open, openIndex });
  useEffect(() => {
    if (last.current.open !== null && open === null) {
      focusCell({ row: last.current.openIndex, column: 'number' });
    }
    last.current = { open, openIndex };
  });

  return { openings: useOpenings(), openRow };
}
