/** Scrolls, but never to where it is: WebKit takes any writing of the place for the end of a wheel's way. */
export function setScrollTop(element: HTMLElement, top: number): void {
  if (element.scrollTop !== top) element.scrollTop = top;
}
