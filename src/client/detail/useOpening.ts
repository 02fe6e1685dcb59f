import { useCallback, useEffect, useRef, useState } from 'react';
import type { Address } from '../address/address.ts';
import { backFromAddress, setAddress } from '../address/address-bar.ts';
import { openKey } from '../list/open-row.ts';
import type { NumberList } from '../list/useNumberList.ts';
import type { Grid } from '../table/useGrid.ts';

/**
 * Opens and closes the details. Open details are one entry in the history. Closing them in any way
 * returns the focus to their row.
 */
export function useOpening(
  { shown, set }: NumberList,
  openIndex: number,
  { open }: Address,
  { focusCell }: Grid,
) {
  const [openings, setOpenings] = useState(0);
  // Whether the previous entry of the history is the list without the details.
  const isOwnEntry = useRef(false);

  const openRow = useCallback(
    (index: number) => {
      const row = shown.at(index);
      if (!row) return;
      setOpenings((count) => count + 1);
      setAddress({ open: openKey(row, set) }, { history: isOwnEntry.current ? 'replace' : 'push' });
      isOwnEntry.current = true;
    },
    [shown, set],
  );

  const closeRow = () => {
    if (isOwnEntry.current) backFromAddress();
    else setAddress({ open: null });
  };

  const last = useRef({ open, openIndex });
  useEffect(() => {
    if (last.current.open !== null && open === null) {
      isOwnEntry.current = false;
      focusCell({ row: last.current.openIndex, column: 'number' });
    }
    last.current = { open, openIndex };
  });

  return { openings, openRow, closeRow };
}
