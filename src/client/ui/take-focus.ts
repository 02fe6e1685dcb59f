/** As a `ref`: an element that appears in place of another one takes the focus. */
export const takeFocus = (element: HTMLElement | null) => element?.focus();
