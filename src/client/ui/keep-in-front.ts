/**
 * Keeps an element in the topmost modal dialog, and at home while none is open: what is outside of a
 * modal dialog can be neither pressed nor focused, and is not read aloud.
 *
 * @returns a function that removes the element.
 */
export function keepInFront(element: HTMLElement, home: Element): () => void {
  function move() {
    const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? home;
    if (element.parentElement === place) return;
    place.append(element);
    // A browser hides a popover that moves.
    for (const popover of element.querySelectorAll<HTMLElement>('[popover]')) popover.showPopover();
  }
  const observer = new MutationObserver((records) => {
    if (!element.isConnected || records.some(({ type }) => type === 'attributes')) move();
  });
  observer.observe(document.body, { attributeFilter: ['open'], childList: true, subtree: true });
  move();
  return () => {
    observer.disconnect();
    element.remove();
  };
}
