import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import type { ColumnId } from '../fields/columns.tsx';
import { selectedWords } from '../list/scope-words.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { announce } from '../ui/announce.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { showToast } from '../ui/toast.ts';
import * as listWords from '../words/list.ts';
import * as words from '../words/selection.ts';
import { barClass, SelectionBar } from './SelectionBar.tsx';
import { type SelectedRows, selectedRows } from './selected-rows.ts';
import type { Grid } from './useGrid.ts';
import { useGridSelection } from './useGridSelection.ts';
import { useSelectTheRest } from './useSelectTheRest.ts';
import { useUntickGone } from './useUntickGone.ts';

interface SelectionToolsProps {
  list: NumberList;
  columns: readonly ColumnId[];
  address: Address;
  grid: Grid;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  /** Further actions on the selected rows, for the bar. */
  actions: (rows: SelectedRows) => Elements;
}

const none: ReadonlySet<string> = new Set();

/** Selecting rows of the table, and the bar with what can be done with them. */
export function SelectionTools(props: SelectionToolsProps) {
  const { list, columns, address, grid, selected, onSelect, actions } = props;
  const { set, shown, scope } = list;
  const hadAny = useRef(false);
  const rows = useMemo(() => selectedRows(set, shown, selected), [set, shown, selected]);
  const clear = useGridSelection({
    grid,
    rows: shown,
    selected,
    onSelect,
    onClear() {
      // The message says it.
      hadAny.current = false;
      onSelect(none);
      showToast({ text: words.cleared, undo: () => onSelect(selected) });
    },
  });
  const theRest = useSelectTheRest(list, selected, onSelect);
  const unticked = useUntickGone(list, selected, onSelect);

  // What is said is what the reader did, not what was loaded since.
  const say = useEffectEvent((isAny: boolean) => {
    if (isAny) announce(selectedWords(scope, rows.length));
    else if (hadAny.current) announce(words.noneSelected);
    hadAny.current = isAny;
  });
  useEffect(() => say(selected.size > 0), [selected]);

  if (selected.size === 0) {
    if (unticked === null) return null;
    return (
      <section aria-label={words.selection} className={barClass}>
        <p className="flex-1">{unticked}</p>
        <IconButton label={listWords.dismiss} onClick={() => onSelect(new Set())}>
          <X aria-hidden size={16} />
        </IconButton>
      </section>
    );
  }
  return (
    <SelectionBar
      list={list}
      rows={rows}
      unticked={unticked}
      columns={columns}
      address={address}
      theRest={theRest}
      onClear={() => {
        clear();
        grid.focusCell(grid.active);
      }}
    >
      {actions(rows)}
    </SelectionBar>
  );
}
