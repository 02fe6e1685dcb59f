import { type FocusEvent, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

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
    const { key, target } = event;
    const at = target instanceof Element ? target.getAttribute('data-code') : null;
    if (at === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'Enter' || key === ' ') onChoose(at);
    else if (key in steps) {
      const place = Math.min(Math.max(order.indexOf(at) + steps[key]!, 0), order.length - 1);
      const next = order[place]!;
      setWanted(next);
      map.current?.querySelector<SVGElement>(`[data-code="${next}"]`)?.focus();
    } else return;
    event.preventDefault();
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
