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
