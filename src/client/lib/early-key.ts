/** What keys of a composition have in browsers that end it before they say so, such as Safari. */
const composingKeyCode = 229;

/**
 * Keeps the keys of an input method from every handler of the page: Enter takes a word of it, Esc
 * lets go of one, arrows choose one. The box that is typed into gets its text as ever.
 */
export function ignoreComposing(): void {
  const stop = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === composingKeyCode) event.stopImmediatePropagation();
  };
  // On the way down, before any handler of an element.
  for (const type of ['keydown', 'keyup'] as const) addEventListener(type, stop, { capture: true });
}

/** The last key that was pressed, if it is waiting for its handler. */
let held: KeyboardEvent | null = null;

function hold(event: KeyboardEvent): void {
  held = event.key === 'F8' ? event : null;
}

/** Keeps a key that leads to a finding until the code of the findings is here. */
export const holdEarlyKey = () => addEventListener('keydown', hold);

/** The key that was kept, once; from then on none is. */
export function takeEarlyKey(): KeyboardEvent | null {
  removeEventListener('keydown', hold);
  const taken = held;
  held = null;
  return taken;
}
