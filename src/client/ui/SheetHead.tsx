import type { Elements } from '#jsx/jsx-runtime';

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
