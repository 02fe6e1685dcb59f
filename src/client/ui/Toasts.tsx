import { X } from 'lucide-react';
import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { runShortcut } from '../lib/shortcut.ts';
import * as words from '../words/toast.ts';
import { announce } from './announce.ts';
import { keepInFront } from './keep-in-front.ts';
import { hideToast, type Toast, useToast } from './toast.ts';
import { toastKeys, toToastKeys } from './toast-keys.ts';

const shownMs = 5000;
const keys = [...toToastKeys, ...toastKeys] as const;

/** What was acted on: the row with the focus, or the control alone, and the row whose details are open. */
function actedOn(): Element[] {
  const focused = document.activeElement === document.body ? null : document.activeElement;
  const row = focused?.closest('[role=row], li') ?? focused;
  const openRows = document.querySelectorAll('[role=row][aria-current=true]');
  return row ? [row, ...openRows] : [...openRows];
}

/** The height of the bars at the foot of the window, which a message never covers. */
function footHeight(): number {
  const feet = [...document.querySelectorAll('[data-foot]')].map((foot) =>
    foot.getBoundingClientRect(),
  );
  return Math.max(
    0,
    ...feet.filter(({ height }) => height > 0).map(({ top }) => innerHeight - top),
  );
}

function doOverlap(a: Element, b: Element): boolean {
  const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  const isBeside = one.right <= other.left || other.right <= one.left;
  return !isBeside && one.top < other.bottom && other.top < one.bottom;
}

/** Gives the focus to an element, or to the button of the closed popover that the element is in. */
function focusAgain(element: HTMLElement | null): void {
  element?.focus();
  if (element === null || element === document.activeElement) return;
  const { id } = element.closest('[popover]') ?? {};
  if (id) document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(id)}"]`)?.focus();
}

interface ShownToastProps {
  toast: Toast;
  /** The element that had the focus before a message got it. */
  cameFrom: RefObject<HTMLElement | null>;
}

/** One message. It stays while the pointer or the focus is on it. */
function ShownToast({ toast, cameFrom }: ShownToastProps) {
  const box = useRef<HTMLDivElement>(null);
  const hasFocus = () => box.current?.contains(document.activeElement) ?? false;

  function goBack() {
    const { activeElement } = document;
    focusAgain(cameFrom.current);
    cameFrom.current = null;
    if (hasFocus() && activeElement instanceof HTMLElement) activeElement.blur();
  }
  function end() {
    if (hasFocus()) goBack();
    hideToast(toast);
  }
  function undo() {
    // The focus goes back first, so that what is restored can take it from there.
    end();
    toast.undo?.();
    announce(words.undone);
  }

  useLayoutEffect(() => {
    const element = box.current;
    if (!element?.isConnected) return;
    if (!element.matches(':popover-open')) element.showPopover();
    element.style.setProperty('--foot', `${footHeight()}px`);
    const isInTheWay = actedOn().some((acted) => doOverlap(element, acted));
    element.toggleAttribute('data-above', isInTheWay);
  }, []);

  useEffect(() => {
    const element = box.current;
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    function rest() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!isOver && !element?.contains(document.activeElement)) hideToast(toast);
      }, shownMs);
    }
    const hover = (isOn: boolean) => () => {
      isOver = isOn;
      if (!isOn) rest();
    };
    element?.addEventListener('pointerenter', hover(true), { signal });
    element?.addEventListener('pointerleave', hover(false), { signal });
    element?.addEventListener('focusout', rest, { signal });
    rest();
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [toast]);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isInside = hasFocus();
    const isTaken = runShortcut(keys, event, {
      go: () => (isInside ? goBack() : box.current?.querySelector('button')?.focus()),
      dismiss: () => isInside && end(),
    });
    if (isTaken) event.stopPropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    // On the way down: some forms and menus keep their keys to themselves.
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, []);

  const button =
    'inline-grid h-6 min-w-6 shrink-0 place-items-center rounded outline-current hover:bg-page/20 pointer-coarse:h-11 pointer-coarse:min-w-11';
  return (
    <div
      ref={box}
      popover="manual"
      role="status"
      aria-label={words.message}
      onFocus={({ relatedTarget }) => {
        if (relatedTarget instanceof HTMLElement && !relatedTarget.closest('[data-toast]'))
          cameFrom.current = relatedTarget;
      }}
      // A press of the mouse leaves the focus where it is.
      onMouseDown={(event) => event.preventDefault()}
      data-toast
      className="fixed inset-x-0 top-auto bottom-[calc(var(--foot,0px)+0.25rem)] mx-auto w-fit max-w-[min(36rem,calc(100vw-1rem))] rounded-lg bg-ink text-sm text-page shadow-pop data-above:top-2 data-above:bottom-auto motion-safe:transition-opacity motion-safe:starting:opacity-0 forced-colors:border forced-colors:bg-[Canvas] forced-colors:text-[CanvasText] print:hidden"
    >
      <div className="flex min-h-8 items-center gap-1 py-1 pr-1 pl-3">
        <p className="line-clamp-8 wrap-anywhere">{toast.text}</p>
        {toast.undo && (
          <>
            <span className="sr-only">{words.toUndo}</span>
            <button
              type="button"
              aria-keyshortcuts="F6"
              onClick={undo}
              className={`${button} ml-2 px-2 font-semibold underline underline-offset-2`}
            >
              {words.undo}
            </button>
          </>
        )}
        <button
          type="button"
          aria-label={words.dismiss}
          title={words.dismiss}
          onClick={end}
          className={`${button} ml-1`}
        >
          <X aria-hidden size={14} />
        </button>
      </div>
    </div>
  );
}

/** The place of the messages about what the reader did: one at a time, above everything else. */
export function Toasts() {
  const toast = useToast();
  const cameFrom = useRef<HTMLElement>(null);
  const [region] = useState(() => {
    const element = document.createElement('div');
    // The region stands before its first message: screen readers may skip one that comes with its text.
    element.setAttribute('aria-live', 'polite');
    return element;
  });
  useEffect(() => keepInFront(region, document.getElementById('root') ?? document.body), [region]);
  return createPortal(
    toast && <ShownToast key={toast.id} toast={toast} cameFrom={cameFrom} />,
    region,
  );
}
