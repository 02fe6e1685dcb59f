/** In WebKit every write to `scrollTop` stops wheel scrolling, so only a changed value is written. */
export function setScrollTop(element: HTMLElement, top: number): void {
  if (element.scrollTop !== top) element.scrollTop = top;
}
