import type { RentedNumber } from '#contract/number.ts';
import { copiedNumber } from '../fields/copied-number.ts';
import * as copying from '../words/copy.ts';
import * as words from '../words/table.ts';

interface NumberButtonProps {
  number: RentedNumber;
  does: 'open' | 'copy';
}

const labels = {
  open: ({ number_display }: RentedNumber) => words.openDetails(number_display),
  copy: (number: RentedNumber) => copying.copy(copiedNumber(number)),
};

/**
 * A button beside a number, no tab stop of its own. The grid acts for all of its rows, and the style
 * sheet draws its sign.
 */
export function NumberButton({ number, does }: NumberButtonProps) {
  const label = labels[does](number);
  return (
    <button
      type="button"
      data-part={does}
      tabIndex={-1}
      // The focus stays where it is: the button goes when the mouse leaves the row.
      onMouseDown={(event) => event.preventDefault()}
      aria-label={label}
      title={label}
      className="inline-grid h-5.5 w-5 shrink-0 place-items-center rounded bg-hover text-muted hover:bg-line hover:text-ink pointer-coarse:absolute pointer-coarse:right-0.5 pointer-coarse:size-6 pointer-coarse:bg-transparent"
    />
  );
}
