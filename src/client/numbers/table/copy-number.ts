import type { RentedNumber } from '#contract/number.ts';
import { announce } from '../../ui/announce.ts';

const shownMs = 1500;

/**
 * Copies a row's number, as the API gives it.
 *
 * @param button what was pressed for it; it shows for a moment that the number was copied.
 */
export async function copyNumber(row: RentedNumber | undefined, button?: HTMLElement) {
  if (!row) return;
  try {
    await navigator.clipboard.writeText(row.number);
    announce(`Copied ${row.number}`);
    button?.toggleAttribute('data-copied', true);
    setTimeout(() => button?.removeAttribute('data-copied'), shownMs);
  } catch {
    announce('The browser refused to copy');
  }
}
