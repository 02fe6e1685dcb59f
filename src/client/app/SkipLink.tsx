import type { MouseEvent } from 'react';
import { useAddress } from '../address/address-bar.ts';
import * as words from '../words/app.ts';

const id = 'main';

/** Focuses the active cell of the table, or all that stands in the place of a table. */
function skip(event: MouseEvent) {
  event.preventDefault();
  const main = document.getElementById(id);
  const cell = main?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]');
  // Only a skip gives it the focus: a press beside its controls does not.
  if (main && !cell) main.tabIndex = -1;
  (cell ?? main)?.focus();
}

/** The first stop of Tab, seen while it has the focus: it leads past everything above the table. */
export function SkipLink() {
  const { show } = useAddress();
  return (
    <a
      href={`#${id}`}
      onClick={skip}
      data-skip
      className="fixed -top-12 left-2 z-40 rounded-md bg-raised px-3 py-1.5 font-medium focus:top-2 focus:shadow-pop"
    >
      {show === 'overview' ? words.skipToOverview : words.skipToTable}
    </a>
  );
}
