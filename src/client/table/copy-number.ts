import type { RentedNumber } from '#contract/number.ts';
import { copiedNumber } from '../fields/copied-number.ts';
import { copyText } from '../ui/copy-text.ts';

const shownMs = 1500;

/**
 * Copies a row's number.
 *
 * @param button the pressed button; it shows for a moment that the number was copied.
 */
export async function copyNumber(row: RentedNumber | undefined, button?: HTMLElement) {
  if (!row || !(await copyText(copiedNumber(row)))) return;
  button?.toggleAttribute('data-copied', true);
  setTimeout(() => button?.removeAttribute('data-copied'), shownMs);
}
