import { useEffect, useEffectEvent } from 'react';
import { toSearchKeys } from '../../filters/search-keys.ts';
import { type ActionOf, type Shortcut, shortcutAction } from '../../lib/shortcut.ts';
import * as words from '../words.ts';

/** The keys that work everywhere on the page. */
export const globalKeys = [
  ...toSearchKeys,
  { does: words.toCommands, keys: [{ action: 'commands', key: 'k', ctrl: true, alt: false }] },
  { does: words.toKeys, keys: [{ action: 'keys', key: '?', ctrl: false, alt: false }] },
] as const satisfies readonly Shortcut[];

/** Works everywhere too, for whoever may take snapshots. */
export const snapshotKeys = [
  {
    does: words.toSnapshot,
    keys: [{ action: 'snapshot', key: 's', ctrl: false, alt: false, shift: true }],
  },
] as const satisfies readonly Shortcut[];

const allKeys = [...globalKeys, ...snapshotKeys] as const;

type GlobalAction = ActionOf<typeof allKeys>;

/**
 * The action of a key press anywhere on the page, or null. A plain key is text while somebody types.
 * Under an open dialog no key reaches the page, and a key with Ctrl is `none`: the browser would
 * otherwise take Ctrl K to its address bar.
 */
export function globalAction(
  event: Parameters<typeof shortcutAction>[1],
  { isTyping, isInDialog }: { isTyping: boolean; isInDialog: boolean },
): GlobalAction | 'none' | null {
  const withCtrl = event.ctrlKey || event.metaKey;
  if ((isTyping || isInDialog) && !withCtrl) return null;
  const action = shortcutAction(allKeys, event);
  return action !== null && isInDialog ? 'none' : action;
}

/** Focuses the search box and selects its text, so that typing replaces it. */
export function focusSearch(): void {
  const input = document.querySelector<HTMLInputElement>('search input');
  input?.focus();
  input?.select();
}

const typingSelector = 'input, select, textarea, [contenteditable]';
/** Inputs that take no text. */
const notTypingSelector = '[type=checkbox], [type=radio], [type=button]';

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.matches(typingSelector) && !target.matches(notTypingSelector);

/** Listens for the keys that work everywhere on the page. */
export function useKeymap(act: (action: GlobalAction) => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const action = globalAction(event, {
      isTyping: isTyping(event.target),
      isInDialog: document.querySelector('dialog:modal') !== null,
    });
    if (action === null) return;
    event.preventDefault();
    if (action !== 'none') act(action);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
