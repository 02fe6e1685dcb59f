import { parsePhoneNumber } from '#contract/phone-digits.ts';
import { openDeskDialog } from '../desk-dialog.ts';
import type { Command } from '../palette/command.ts';
import * as palette from '../palette/words.ts';
import * as words from './words.ts';

/** Fewer digits are rather a part of a number than a whole one. */
const fewest = 7;

/** The number that a text asks for, or null when the text is no whole number. */
export function soughtNumber(text: string): string | null {
  const number = parsePhoneNumber(text);
  return number !== null && number.length >= fewest ? number : null;
}

/** Opens the lookup in all accounts, of a number at once. */
export const openFind = (number: string | null = null) =>
  openDeskDialog('find', number === null ? '' : `+${number}`);

/** Looks a whole number up in all accounts. */
export function findCommands(text: string, accounts: number): Command[] {
  const number = soughtNumber(text);
  if (number === null) return [];
  return [
    {
      id: 'find-number-everywhere',
      group: palette.groups.search,
      label: words.findNumber(number, words.allAccounts(accounts)),
      run: () => openFind(number),
    },
  ];
}
