import { type KeyboardEvent as KeyPress, useState } from 'react';
import { controlStep, type Typed, typedStep, typeKey } from './control-step.ts';

const anyControl = 'button, a[href], input, select, [role^=menuitem]';
const textInput =
  'input:not([type=checkbox], [type=radio], [type=file], [type=button]), textarea, [contenteditable]';

/** Whether the keys of a text belong to an element. */
export const isTextInput = (element: Element) => element.matches(textInput);

/** One radio button stands for its group: its own arrow keys lead to the others. */
function standsForGroup(control: HTMLElement): boolean {
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
  const group = document.getElementsByName(control.name);
  const chosen = [...group].find((one) => one instanceof HTMLInputElement && one.checked);
  return control === (chosen ?? group[0]);
}

/**
 * The controls that arrow keys lead to, in the order of the document: none of a popover within, no
 * field whose arrow keys change a number, and none that does nothing now, except in a menu.
 */
export const controlsIn = (container: Element): HTMLElement[] =>
  [...container.querySelectorAll<HTMLElement>(anyControl)].filter(
    (control) =>
      !control.matches(':disabled, [type=number], [aria-disabled=true]:not([role^=menuitem])') &&
      control.checkVisibility({ visibilityProperty: true }) &&
      control.closest('[popover], dialog') === container.closest('[popover], dialog') &&
      standsForGroup(control),
  );

function labelOf(control: HTMLElement): string {
  const { labels } = control as Partial<HTMLInputElement>;
  return control.ariaLabel ?? labels?.[0]?.textContent ?? control.textContent;
}

/** The keys that an element with the focus needs itself. */
function keepsKey(focused: Element, key: string): boolean {
  const isVertical = key === 'ArrowUp' || key === 'ArrowDown';
  if (focused.matches('[type=number]')) return true;
  if (focused.matches('[type=radio]')) return key === 'ArrowLeft' || key === 'ArrowRight';
  if (focused.matches('select')) return !key.startsWith('Arrow');
  return isTextInput(focused) && !isVertical;
}

/**
 * The keys of everything with several controls: menus, panels, toolbars, the filters. Arrow keys, Home
 * and End move the focus among its controls, and letters to the control that begins with them.
 *
 * @returns handles a key press, and says whether the key was used.
 */
export function createControlKeys() {
  let typed: Typed = { text: '', at: 0 };

  return function handle(container: Element, event: KeyboardEvent): boolean {
    const { key, target, timeStamp } = event;
    const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (event.defaultPrevented || isHeld || !(target instanceof Element)) return false;
    if (target.closest('[popover], dialog') !== container.closest('[popover], dialog'))
      return false;
    if (keepsKey(target, key)) return false;
    const controls = controlsIn(container);
    const boxes = controls.map((control) => {
      const { left, top, bottom } = control.getBoundingClientRect();
      return { label: labelOf(control), left, top, bottom };
    });
    const at = controls.findIndex((control) => control.contains(target));
    let to = controlStep(boxes, at, key);
    const next = to === null ? typeKey(typed, key, timeStamp) : null;
    if (next !== null) {
      typed = next;
      to = typedStep(boxes, at, next.text);
    }
    if (to === null) return false;
    event.preventDefault();
    controls[to]?.focus();
    return true;
  };
}

/** The keys that move among the controls of the element that listens; says whether a key was used. */
export function useControlKeys() {
  const [handle] = useState(createControlKeys);
  return (event: KeyPress) => handle(event.currentTarget, event.nativeEvent);
}
