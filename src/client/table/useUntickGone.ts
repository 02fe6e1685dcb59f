import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { formatCount } from '../lib/format.ts';
import type { RowSet } from '../list/row-set.ts';
import { isComplete } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { announce } from '../ui/announce.ts';
import * as words from '../words/selection.ts';

/**
 * Takes rows that a refresh found gone out of the selection. Pages that were read again may end
 * before a row that they had before: it is gone only when the whole list does not have it.
 *
 * @returns what was taken out, in words, until the selection changes; null when nothing was.
 */
export function useUntickGone(
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
