const focusable =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex]';

function firstTabStop(within: Element): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(focusable)].find(
    (element) => element.tabIndex >= 0 && element.checkVisibility(),
  );
}

function withAncestors(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) path.push(at);
  return path;
}

/**
 * Keeps the focus when its element is removed, such as a button whose work is done: the first tab
 * stop of the nearest remaining parent gets the focus. Code that moves the focus itself comes first.
 * When a dialog closes that was opened without a focus, nothing gets it: the search box would take
 * the next key for text.
 *
 * @returns a function that stops listening.
 */
export function keepFocus(): () => void {
  /** The last element with the focus, and its parents at that time. */
  let path: Element[] = [];
  let isDue = false;
  const openedByNothing = new WeakSet<Element>();

  function look() {
    isDue = false;
    const [last] = path;
    if (!last || (document.activeElement ?? document.body) !== document.body) return;
    // An element that is still there lost the focus because the reader moved it.
    if (!last.isConnected) {
      if (path.some((element) => openedByNothing.has(element))) path = [];
      const around = path.find((element) => element.isConnected && firstTabStop(element));
      if (around) firstTabStop(around)?.focus({ preventScroll: true });
    } else if (!last.matches(':disabled')) path = [];
  }

  function lookLater() {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(look);
  }

  const observer = new MutationObserver(() => {
    if (path[0]?.isConnected === false) lookLater();
  });
  observer.observe(document.body, { childList: true, subtree: true });

  const controller = new AbortController();
  const { signal } = controller;
  const follow = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    const dialog = target.closest('dialog');
    const [last = document.body] = path;
    if (dialog && last === document.body) openedByNothing.add(dialog);
    path = withAncestors(target);
  };
  document.addEventListener('focusin', follow, { signal });
  document.addEventListener('focusout', lookLater, { signal });
  if (document.activeElement) path = withAncestors(document.activeElement);
  return () => {
    observer.disconnect();
    controller.abort();
  };
}
