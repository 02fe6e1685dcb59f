import { useEffect, useEffectEvent } from 'react';
import { type GlobalAction, globalAction } from './global-keys.ts';

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
