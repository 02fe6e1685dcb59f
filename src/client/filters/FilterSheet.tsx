import { useEffect, useRef } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { Button } from '../ui/Button.tsx';
import { backCloses } from '../ui/back-closes.ts';
import { closeOnBackdrop } from '../ui/close-on-backdrop.ts';
import { closeOnSwipe } from '../ui/close-on-swipe.ts';
import { SheetHead, sheetLook } from '../ui/Dialog.tsx';
import { useIsPhone } from '../ui/screen.ts';
import * as words from '../words/filters.ts';

interface FilterSheetProps {
  /** The button that opens the sheet. */
  trigger: (open: () => void) => Elements;
  children: Elements;
}

/**
 * The filters of a narrow page as a sheet over the page, at its foot on a phone. They stay in the
 * document while it is closed, and so remember the values that they have seen.
 */
export function FilterSheet({ trigger, children }: FilterSheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const leaveLayer = useRef<() => void>(null);
  const isPhone = useIsPhone();
  useEffect(() => (sheet.current ? closeOnBackdrop(sheet.current) : undefined), []);
  useEffect(() => (isPhone && sheet.current ? closeOnSwipe(sheet.current) : undefined), [isPhone]);
  const head = (
    <>
      <h2 className="flex-1 text-base font-semibold">{words.filters}</h2>
      <Button onClick={() => sheet.current?.close()}>{words.done}</Button>
    </>
  );
  useEffect(() => () => leaveLayer.current?.(), []);
  function open() {
    sheet.current?.showModal();
    leaveLayer.current = backCloses(() => sheet.current?.close());
  }
  return (
    <>
      {trigger(open)}
      <dialog
        ref={sheet}
        onClose={() => leaveLayer.current?.()}
        aria-label={words.filters}
        closedby="any"
        className={`bg-rail text-left text-ink shadow-pop backdrop:bg-veil ${isPhone ? sheetLook : 'm-0 h-dvh max-h-none w-80 max-w-[90vw]'}`}
      >
        {isPhone ? (
          <SheetHead>{head}</SheetHead>
        ) : (
          <div className="sticky top-0 z-1 flex items-center gap-2 bg-rail p-4">{head}</div>
        )}
        <div className="@container px-4 pt-1 pb-6">{children}</div>
      </dialog>
    </>
  );
}
