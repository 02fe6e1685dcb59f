import { useEffect, useEffectEvent } from 'react';
import { runShortcut } from '../lib/shortcut.ts';
import { findingKeys } from './finding-keys.ts';
import type { Step } from './useFindingSteps.ts';

/** Listens for the keys that go from finding to finding, wherever the focus is on the page. */
export function useFindingKeys(step: (by: Step) => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // The open details take the key first; behind a dialog nothing moves.
    if (event.defaultPrevented || document.querySelector('dialog:modal') !== null) return;
    runShortcut(findingKeys, event, { next: () => step(1), previous: () => step(-1) });
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
