import { useEffect, useEffectEvent } from 'react';
import { type GlobalAction, globalAction } from './keymap.ts';

const typingSelector = 'input, select, textarea, [contenteditable]';
/** Boxes to tick and buttons to choose by take no text. */
const notTypingSelector = '[type=checkbox], [type=radio], [type=button]';

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.matches(typingSelector) && !target.matches(notTypingSelector);

/** The keys that work wherever the focus is. */
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
