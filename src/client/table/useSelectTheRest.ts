import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Scope } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { selectAll } from './useGridSelection.ts';

/** Loads the whole list, then selects every shown row. */
export function useSelectTheRest(
  list: NumberList,
  selected: ReadonlySet<string>,
  onSelect: (selected: ReadonlySet<string>) => void,
) {
  const { scope, shown } = list;
  const [isWaiting, setIsWaiting] = useState(false);
  const hasBegun = useRef(false);
  const { status } = scope;

  const follow = useEffectEvent((status: Scope['status'], isWaiting: boolean) => {
    // The code of the walk loads first; until then no walk has begun.
    hasBegun.current ||= isWaiting && status === 'walking';
    if (!isWaiting || status === 'walking') return;
    if (!hasBegun.current && status !== 'complete') return;
    setIsWaiting(false);
    hasBegun.current = false;
    if (status === 'complete' && selected.size > 0) onSelect(selectAll(shown, selected));
  });
  useEffect(() => follow(status, isWaiting), [status, isWaiting]);

  return {
    isWaiting,
    start() {
      setIsWaiting(true);
      list.loadAll();
    },
  };
}
