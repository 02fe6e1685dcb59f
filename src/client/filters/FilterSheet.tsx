import { SlidersHorizontal } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { Button } from '../ui/Button.tsx';
import { closeOnBackdrop } from '../ui/close-on-backdrop.ts';
import * as words from '../words/filters.ts';

/** The filters of a narrow page: a button opens them as a sheet over the page. */
export function FilterSheet({ children }: { children: Elements }) {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => (sheet.current ? closeOnBackdrop(sheet.current) : undefined), []);
  return (
    <>
      <Button onClick={() => sheet.current?.showModal()}>
        <SlidersHorizontal aria-hidden size={14} />
        <span>{words.filters}</span>
      </Button>
      <dialog
        ref={sheet}
        aria-label={words.filters}
        closedby="any"
        className="m-0 h-dvh max-h-none w-80 max-w-[90vw] bg-rail px-4 pb-4 text-ink shadow-pop backdrop:bg-veil"
      >
        <div className="sticky top-0 z-1 flex items-center justify-between bg-rail py-4">
          <h2 className="text-base font-semibold">{words.filters}</h2>
          <Button onClick={() => sheet.current?.close()}>{words.done}</Button>
        </div>
        {children}
      </dialog>
    </>
  );
}
