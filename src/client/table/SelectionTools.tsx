import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { selectedWords } from '../list/scope-words.ts';
import type { NumberList } from '../list/useNumberList.ts';
import type { Selection } from '../list/useSelection.ts';
import { announce } from '../ui/announce.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { showToast } from '../ui/toast.ts';
import * as listWords from '../words/list.ts';
import * as words from '../words/selection.ts';
import { barClass, SelectionBar } from './SelectionBar.tsx';
import type { Grid } from './useGrid.ts';
import { useGridSelection } from './useGridSelection.ts';
import type { SelectionActs } from './useSelectionActs.ts';
import { useSelectTheRest } from './useSelectTheRest.ts';
import { useUntickGone } from './useUntickGone.ts';

interface SelectionToolsProps {
  list: NumberList;
  grid: Grid;
  selection: Selection;
  acts: SelectionActs;
  /** Further actions on the selected rows, for the bar. */
  children: Elements;
}

/** Selecting rows of the table, and the bar with what can be done with them. */
export function SelectionTools(props: SelectionToolsProps) {
  const { list, grid, selection, acts, children } = props;
  const { selected, onSelect, rows } = selection;
  const { shown, scope } = list;
  const hadAny = useRef(false);
  const clear = useGridSelection({
    grid,
    rows: shown,
    selected,
    onSelect,
    onClear() {
      // The message says it.
      hadAny.current = false;
      showToast({ text: words.cleared, undo: selection.clear() });
    },
  });
  const theRest = useSelectTheRest(list, selected, onSelect);
  const unticked = useUntickGone(list, selected, onSelect);

  // Only the reader's own choice is announced, not rows that load later.
  const say = useEffectEvent((isAny: boolean) => {
    if (isAny) announce(selectedWords(scope, rows));
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
      acts={acts}
      theRest={theRest}
      onClear={() => {
        clear();
        grid.focusCell(grid.active);
      }}
    >
      {children}
    </SelectionBar>
  );
}
