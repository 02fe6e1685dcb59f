/** The backdrop is the dialog's own, and around it. */
function isBeside(dialog: Element, { target, clientX, clientY }: MouseEvent): boolean {
  if (target !== dialog) return false;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/**
 * Closes a dialog on a click beside it where the browser does not know `closedby`, as Safari. A
 * press that begins or ends inside, such as one that marks text, closes nothing.
 *
 * @returns ends it.
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
