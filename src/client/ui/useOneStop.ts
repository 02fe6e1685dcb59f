import { type RefObject, useEffect } from 'react';
import { controlsIn, createControlKeys, isTextInput } from './control-keys.ts';

/** Controls that are in the order of Tab by themselves, or were before. */
const anyStop = 'button, a[href], input, select';

interface OneStopOptions {
  /** Controls beside each other have the arrow keys left and right; others all keys of a panel. */
  isHorizontal: boolean;
}

const horizontalKeys = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/**
 * Makes all controls of an element one stop of Tab, at the control that had the focus last; arrow keys
 * lead to the others. A field for text stays a stop of its own. The controls may come and go: the next
 * one takes the place of one that left.
 *
 * @returns a function that makes each control a stop again.
 */
function oneStop(container: HTMLElement, { isHorizontal }: OneStopOptions): () => void {
  const handle = createControlKeys();
  let order: readonly HTMLElement[] = [];
  /** The control that had the focus last; before any had it, the first one is the stop. */
  let active: HTMLElement | null = null;

  const own = () =>
    [...container.querySelectorAll<HTMLElement>(anyStop)].filter(
      (control) =>
        !isTextInput(control) &&
        control.closest('[popover], dialog') === container.closest('[popover], dialog'),
    );

  function update() {
    const controls = controlsIn(container).filter((control) => !isTextInput(control));
    if (active !== null && !controls.includes(active)) {
      const at = order.indexOf(active);
      const near = [...order.slice(at), ...order.slice(0, at).reverse()];
      active = near.find((control) => controls.includes(control)) ?? null;
    }
    order = controls;
    const stop = active ?? controls[0];
    for (const control of own()) control.tabIndex = control === stop ? 0 : -1;
  }

  function follow({ target }: Event) {
    if (!(target instanceof HTMLElement)) return;
    const control = target.closest<HTMLElement>(anyStop);
    if (!control || control === active || !own().includes(control)) return;
    active = control;
    update();
  }

  const controller = new AbortController();
  const { signal } = controller;
  container.addEventListener('focusin', follow, { signal });
  // A radio button is chosen after it got the focus.
  container.addEventListener('change', follow, { signal });
  container.addEventListener(
    'keydown',
    (event) => {
      if (!isHorizontal || horizontalKeys.has(event.key)) handle(container, event);
    },
    { signal },
  );
  const observer = new MutationObserver(update);
  observer.observe(container, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled', 'aria-disabled'],
  });
  update();
  return () => {
    controller.abort();
    observer.disconnect();
    for (const control of own()) control.removeAttribute('tabindex');
  };
}

/** Makes all controls of an element one stop of Tab, with arrow keys among them. */
export function useOneStop(element: RefObject<HTMLElement | null>, isHorizontal = false): void {
  useEffect(
    () => (element.current ? oneStop(element.current, { isHorizontal }) : undefined),
    [element, isHorizontal],
  );
}
