import { useEffect, useEffectEvent } from 'react';
import { takeEarlyKey } from '../lib/early-key.ts';
import { runShortcut, type Shortcut } from '../lib/shortcut.ts';
import * as words from '../words/checks.ts';
import type { Step } from './useFindingSteps.ts';

type Walk = (by: Step) => void;

/** The ways from finding to finding: of open details, which come first, and of the page below. */
const walks = new Map<'details' | 'page', Walk>();

/** Offers a way. @returns a function that takes it back. */
export function offerFindingWalk(of: 'details' | 'page', walk: Walk): () => void {
  walks.set(of, walk);
  return () => {
    if (walks.get(of) === walk) walks.delete(of);
  };
}

/** Goes to the next or the previous number with a finding, from anywhere on the page. */
export const walkFindings: Walk = (by) => (walks.get('details') ?? walks.get('page'))?.(by);

const f8 = { key: 'F8', ctrl: false, alt: false } as const;

/** The keys that go from finding to finding, as in editors. */
export const findingKeys = [
  {
    does: words.toFinding,
    keys: [
      { action: 'next', ...f8, shift: false },
      { action: 'previous', ...f8, shift: true },
    ],
  },
] as const satisfies readonly Shortcut[];

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
