import { useEffect, useEffectEvent } from 'react';
import { takeEarlyKey } from '../lib/early-key.ts';
import { runShortcut } from '../lib/shortcut.ts';
import { findingKeys } from './finding-keys.ts';
import { offerFindingWalk } from './finding-walk.ts';
import type { Step } from './useFindingSteps.ts';

/** Goes from finding to finding by keys, wherever the focus is on the page, and by command. */
export function useFindingKeys(step: (by: Step) => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // The open details take the key first; behind a dialog nothing moves.
    if (event.defaultPrevented || document.querySelector('dialog:modal') !== null) return;
    runShortcut(findingKeys, event, { next: () => step(1), previous: () => step(-1) });
  });
  const walk = useEffectEvent(step);
  useEffect(() => offerFindingWalk('page', (by) => walk(by)), []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listen);
    const early = takeEarlyKey();
    if (early) listen(early);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
