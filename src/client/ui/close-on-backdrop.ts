/** A press on the backdrop has the dialog as its target, and lies outside of its box. */
function isBeside(dialog: Element, { target, clientX, clientY }: MouseEvent): boolean {
  if (target !== dialog) return false;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/**
 * Closes a dialog on a click outside, for browsers without `closedby` such as Safari. A press that
 * begins or ends inside, for example to mark text, closes nothing.
 *
 * @returns a function that stops listening.
 */
export function closeOnBackdrop(dialog: HTMLDialogElement): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  if (!('closedBy' in HTMLDialogElement.prototype)) {
    let isPressed = false;
    dialog.addEventListener(
      'pointerdown',
      (event) => {
        isPressed = isBeside(dialog, event);
      },
      { signal },
    );
    dialog.addEventListener(
      'click',
      (event) => {
        if (isPressed && isBeside(dialog, event)) dialog.close();
      },
      { signal },
    );
  }
  return () => controller.abort();
}
