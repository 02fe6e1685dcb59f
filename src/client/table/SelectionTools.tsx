import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { formatCount } from '../lib/format.ts';
import type { RowSet } from '../list/row-set.ts';
import { isComplete } from '../list/scope.ts';
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

/**
 * Takes rows that a refresh found gone out of the selection. Pages that were read again may end
 * before a row that they had before: it is gone only when the whole list does not have it.
 *
 * @returns what was taken out, in words, until the selection changes; null when nothing was.
 */
function useUntickGone(
  { set, scope, asked, refreshes, changes }: NumberList,
  selected: ReadonlySet<string>,
  onSelect: (selected: ReadonlySet<string>) => void,
): string | null {
  const [last, setLast] = useState({ selected, words: '' });

  function untick(gone: readonly string[]) {
    if (gone.length === 0) return;
    const rest = new Set(selected);
    for (const number_sid of gone) rest.delete(number_sid);
    const said = words.unticked(gone.length, formatCount(gone.length));
    announce(said);
    onSelect(rest);
    setLast({ selected: rest, words: said });
  }

  const setBefore = useRef(set);
  /** The selected rows of pages that were read again, and the filters of that list. */
  const readAgain = useRef({ asked, sids: new Set<string>() });
  const noteReadAgain = useEffectEvent(() => {
    const before = setBefore.current;
    if (readAgain.current.asked !== asked) readAgain.current = { asked, sids: new Set() };
    for (const sid of selected) {
      if (before.positionOf(sid) !== undefined) readAgain.current.sids.add(sid);
    }
  });
  useEffect(() => {
    if (refreshes > 0) noteReadAgain();
  }, [refreshes]);
  useEffect(() => {
    setBefore.current = set;
  }, [set]);

  const whole = isComplete(scope) ? set : null;
  const untickReadAgain = useEffectEvent((all: RowSet) => {
    if (readAgain.current.asked !== asked) return;
    const { sids } = readAgain.current;
    readAgain.current = { asked, sids: new Set() };
    untick([...selected].filter((sid) => sids.has(sid) && all.positionOf(sid) === undefined));
  });
  // Runs again when the rest of the list is loaded later.
  useEffect(() => {
    if (whole !== null) untickReadAgain(whole);
  }, [whole]);

  const untickChanged = useEffectEvent(() => {
    const gone = changes?.gone.map(({ number_sid }) => number_sid) ?? [];
    untick(gone.filter((sid) => selected.has(sid)));
  });
  useEffect(() => {
    if (changes !== null) untickChanged();
  }, [changes]);

  return last.words !== '' && last.selected === selected ? last.words : null;
}

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
