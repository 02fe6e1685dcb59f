import { monthFromText, startOf } from './month-counts.ts';

const pattern = /^((?:19|20)\d\d-(?:0[1-9]|1[0-2]))\.\.((?:19|20)\d\d-(?:0[1-9]|1[0-2]))$/;

/** Reads the first and the last of some months, `2024-03..2024-07`; null when the text is not that. */
export function parseMonths(text: string): string | null {
  const [, first, last] = pattern.exec(text) ?? [];
  return first && last && first <= last ? text : null;
}

/** Where such months begin and end in the reader's time zone, which is that of the table's days. */
export function monthsSpan(months: string): { from: number; before: number } {
  const [first, last] = months.split('..').map(monthFromText);
  return { from: startOf(first!), before: startOf(last! + 1) };
}
