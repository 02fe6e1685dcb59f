import { useEffect, useState } from 'react';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { readViewQuery, viewQuery } from '../address/saved-view-query.ts';
import type { TableTaste } from '../table/table-taste.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import { showToast } from '../ui/toast.ts';
import type { View } from './view.ts';
import { looksSame, viewTable, withColumns } from './view.ts';
import { useSavedViews } from './views-store.ts';
import * as words from './words.ts';

/** A view without an account is one of every account. */
const queryFor = ({ query }: View, address: Address) => {
  const { account = null } = readViewQuery(query).change;
  return viewQuery({ ...address, account: account && address.account });
};

const isAsSaved = (view: View, query: string, table: TableTaste) =>
  view.query === query && (view.table === null || looksSame(view.table, table));

/** The saved views, the active one, whether it was changed, and the current state as a view. */
export function useViews(address: Address, taste: ColumnTaste) {
  const { views, dropped, isKept } = useSavedViews();
  const active = views.find(({ name }) => name === address.view) ?? null;
  const current = { query: viewQuery(address), table: viewTable(taste) };

  const unknown = active === null ? address.view : null;
  useEffect(() => {
    if (unknown === null) return;
    showToast({ text: words.notKeptHere(unknown) });
    setAddress({ view: null });
  }, [unknown]);

  // The reader's columns before a link changed them.
  const [mine, setMine] = useState<TableTaste | null>(null);
  const { columns, density } = address;
  useEffect(() => {
    if (columns === null && density === null) return;
    setAddress({ columns: null, density: null });
    const isCompact = density === null ? taste.taste.isCompact : density === 'compact';
    const hasOthers = columns !== null && columns.join() !== taste.shown.join();
    if (!hasOthers && isCompact === taste.taste.isCompact) return;
    setMine(taste.taste);
    taste.setTaste({ ...withColumns(taste.taste, columns ?? taste.shown), isCompact });
  }, [columns, density, taste]);

  return {
    views,
    dropped,
    isKept,
    active,
    isModified: active !== null && !isAsSaved(active, queryFor(active, address), current.table),
    current,
    /** Restores the reader's columns after a link changed them; null if no link did. */
    backToMine:
      mine &&
      (() => {
        taste.setTaste(mine);
        setMine(null);
      }),
  };
}
