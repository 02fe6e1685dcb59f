/** Scrolls unless the place is reached already: WebKit ends a wheel's movement at every write. */
export function setScrollTop(element: HTMLElement, top: number): void {
  if (element.scrollTop !== top) element.scrollTop = top;
}
