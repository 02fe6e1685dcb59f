import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import * as words from '../words/common.ts';
import { backCloses } from './back-closes.ts';
import { closeOnBackdrop } from './close-on-backdrop.ts';
import { closeOnSwipe } from './close-on-swipe.ts';
import { IconButton } from './IconButton.tsx';

/** The look of a dialog that is fixed to the foot of a phone's screen. */
export const sheetLook =
  'sheet-enter mx-auto mt-auto mb-0 w-full max-w-[40rem] max-h-[88dvh] rounded-t-2xl overscroll-contain pb-[env(safe-area-inset-bottom)]';

/** The head of a sheet, by which it is pulled down. It stays in sight when the sheet is scrolled. */
export const SheetHead = ({ children }: { children: Elements }) => (
  <div data-grip className="sticky top-0 z-1 touch-none bg-inherit pt-2 pb-1">
    <span aria-hidden className="mx-auto block h-1 w-9 rounded-full bg-control" />
    <div className="flex items-center gap-2 pr-2 pl-5">{children}</div>
  </div>
);

interface DialogProps {
  title: string;
  /** Whether the title is only for screen readers, because the content explains itself. */
  isBare?: boolean;
  /** Whether the dialog is fixed to the foot of the screen, and closed by pulling it down, too. */
  isSheet?: boolean;
  className?: string;
  onClose: () => void;
  children: (close: () => void) => Elements;
}

/**
 * A dialog over the page: Esc and a click outside close it. The dialog has to be closed before it is
 * removed: only then does the browser give the focus back.
 */
export function Dialog({
  title,
  isBare = false,
  isSheet = false,
  className = '',
  onClose,
  children,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    const stops = [
      backCloses(() => element.close()),
      closeOnBackdrop(element),
      isSheet ? closeOnSwipe(element) : null,
    ];
    return () => {
      for (const stop of stops) stop?.();
    };
  }, [isSheet]);
  function close() {
    dialog.current?.close();
    // If nothing had the focus before, the closed dialog keeps it for a moment, and the next key too.
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && dialog.current?.contains(activeElement)) {
      activeElement.blur();
    }
  }
  const head = (
    <>
      <h2 id={id} className="flex-1 text-lg font-semibold">
        {title}
      </h2>
      <IconButton label={words.close} onClick={close}>
        <X aria-hidden size={16} />
      </IconButton>
    </>
  );
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      closedby="any"
      onClose={onClose}
      className={`bg-raised text-ink shadow-pop backdrop:bg-veil ${isSheet ? sheetLook : 'mx-auto max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-1rem)] rounded-xl'} ${className}`}
    >
      {isBare && (
        <h2 id={id} className="sr-only">
          {title}
        </h2>
      )}
      {!isBare && !isSheet && <div className="flex items-center gap-2 px-5 pt-4 pb-2">{head}</div>}
      {isSheet && <SheetHead>{head}</SheetHead>}
      {children(close)}
    </dialog>
  );
}
