/** From here on a press is a swipe; below, it may still press a button. */
const slack = 8;
/** Pixels down after which letting go closes the sheet. */
const farEnough = 80;

/**
 * Closes a sheet that is pulled down by its grip, an element with `data-grip`.
 *
 * @returns a function that stops listening.
 */
export function closeOnSwipe(sheet: HTMLDialogElement): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let from: { y: number; pointerId: number } | null = null;
  let isPulled = false;

  function letGo() {
    from = null;
    isPulled = false;
    sheet.style.translate = '';
  }

  sheet.addEventListener(
    'pointerdown',
    ({ target, clientY, pointerId, isPrimary }) => {
      const isGrip = target instanceof Element && target.closest('[data-grip]') !== null;
      if (isGrip && isPrimary) from = { y: clientY, pointerId };
    },
    { signal },
  );
  sheet.addEventListener(
    'pointermove',
    ({ clientY, pointerId }) => {
      if (from?.pointerId !== pointerId) return;
      const down = Math.max(0, clientY - from.y);
      if (!isPulled && down < slack) return;
      // The pointer leaves the grip on its way down. A press that is captured clicks nothing.
      if (!isPulled) sheet.setPointerCapture(pointerId);
      isPulled = true;
      sheet.style.translate = `0 ${down}px`;
    },
    { signal },
  );
  sheet.addEventListener(
    'pointerup',
    ({ clientY, pointerId }) => {
      if (from?.pointerId !== pointerId) return;
      const isFar = isPulled && clientY - from.y >= farEnough;
      letGo();
      if (isFar) sheet.close();
    },
    { signal },
  );
  sheet.addEventListener('pointercancel', letGo, { signal });
  return () => controller.abort();
}
