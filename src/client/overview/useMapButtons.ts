import { type FocusEvent, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { runShortcut } from '../lib/shortcut.ts';
import { mapKeys } from './picture-keys.ts';

/**
 * The countries of a map as buttons with one tab stop; the pointer and the keys choose whose tooltip
 * shows.
 *
 * @param order the codes by falling count, in which the arrow keys go.
 */
export function useMapButtons(
  order: readonly string[],
  chosen: readonly string[],
  onChoose: (code: string) => void,
) {
  const map = useRef<SVGSVGElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [pointed, setPointed] = useState<{ code: string; isTouch: boolean } | null>(null);
  const active = wanted !== null && order.includes(wanted) ? wanted : order[0];
  const tipped = pointed?.code ?? focused;

  function onKeyDown(event: KeyboardEvent) {
    const { target } = event;
    const code = target instanceof Element ? target.getAttribute('data-code') : null;
    if (code === null) return;
    function goTo(place: number) {
      const next = order[Math.min(Math.max(place, 0), order.length - 1)]!;
      setWanted(next);
      map.current?.querySelector<SVGElement>(`[data-code="${next}"]`)?.focus();
    }
    const place = order.indexOf(code);
    runShortcut(mapKeys, event.nativeEvent, {
      previous: () => goTo(place - 1),
      next: () => goTo(place + 1),
      first: () => goTo(0),
      last: () => goTo(order.length - 1),
      choose: () => onChoose(code),
    });
  }

  return {
    map,
    /** The country with the tab stop. */
    active,
    /** The country whose tooltip shows. */
    tipped: tipped !== null && order.includes(tipped) ? tipped : null,
    isPointed: pointed !== null,
    onKeyDown,
    buttonProps: (code: string) => ({
      role: 'button',
      'data-code': code,
      'aria-pressed': chosen.includes(code),
      tabIndex: code === active ? 0 : -1,
      // Not on focus: an element that moves in the document between press and release gets no click.
      onClick() {
        setWanted(code);
        onChoose(code);
      },
      onFocus({ currentTarget }: FocusEvent<Element>) {
        if (currentTarget.matches(':focus-visible')) setFocused(code);
      },
      onBlur() {
        setFocused(null);
        if (pointed?.isTouch) setPointed(null);
      },
      onPointerEnter: ({ pointerType }: PointerEvent) =>
        setPointed({ code, isTouch: pointerType === 'touch' }),
      // A finger leaves the country when it is lifted, and the tooltip stays.
      onPointerLeave({ pointerType }: PointerEvent) {
        if (pointerType !== 'touch') setPointed(null);
      },
    }),
  };
}
