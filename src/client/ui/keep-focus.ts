import { tabbable } from 'tabbable';

function withAncestors(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) path.push(at);
  return path;
}

/**
 * Keeps the focus when its element is removed, such as a button whose work is done: the first tab
 * stop of the nearest remaining parent gets the focus. Code that moves the focus itself comes first.
 * When a dialog or a message closes that got the focus from nowhere, nothing gets it: the search box
 * would take the next key for text. Nothing gets it either where the whole page was replaced: Tab then
 * begins at its top.
 *
 * @returns a function that stops listening.
 */
export function keepFocus(): () => void {
  /** The last element with the focus, and its parents at that time. */
  let path: Element[] = [];
  let isDue = false;
  const cameFromNowhere = new WeakSet<Element>();

  const isNowhere = () => (document.activeElement ?? document.body) === document.body;

  function look() {
    isDue = false;
    if (!isNowhere() || path[0]?.isConnected !== false) return;
    if (path.some((element) => cameFromNowhere.has(element))) path = [];
    const connected = path.filter((element) => element.isConnected);
    const around = connected.find((element) => tabbable(element).length > 0);
    if (around && !around.querySelector('[data-skip]')) {
      tabbable(around)[0]?.focus({ preventScroll: true });
    }
  }

  /** The reader took the focus away from an element that is still there, and can have it. */
  function letGo() {
    if (isNowhere() && path[0]?.isConnected && !path[0].matches(':disabled')) path = [];
    else lookLater();
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
    const above = target.closest('dialog, [data-toast]');
    const [last = document.body] = path;
    if (above && last === document.body) cameFromNowhere.add(above);
    path = withAncestors(target);
  };
  document.addEventListener('focusin', follow, { signal });
  // In a task of its own: only then is the focus where it goes to.
  document.addEventListener('focusout', () => setTimeout(letGo), { signal });
  if (document.activeElement) path = withAncestors(document.activeElement);
  return () => {
    observer.disconnect();
    controller.abort();
  };
}
