import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { formatCount } from '../lib/format.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { announce } from '../ui/announce.ts';
import * as words from '../words/selection.ts';

/**
 * Takes rows that a refresh found gone out of the selection.
 *
 * @returns what was taken out, in words, until the selection changes; null when nothing was.
 */
export function useUntickGone(
  { set, refreshes, changes }: NumberList,
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
  const untickUnread = useEffectEvent(() => {
    const before = setBefore.current;
    const isGone = (sid: string) =>
      before.positionOf(sid) !== undefined && set.positionOf(sid) === undefined;
    untick([...selected].filter(isGone));
  });
  // Pages that were read again may end before a row that they had before.
  useEffect(() => {
    if (refreshes > 0) untickUnread();
  }, [refreshes]);
  useEffect(() => {
    setBefore.current = set;
  }, [set]);

  const untickChanged = useEffectEvent(() => {
    const gone = changes?.gone.map(({ number_sid }) => number_sid) ?? [];
    untick(gone.filter((sid) => selected.has(sid)));
  });
  useEffect(() => {
    if (changes !== null) untickChanged();
  }, [changes]);

  return last.words !== '' && last.selected === selected ? last.words : null;
}
