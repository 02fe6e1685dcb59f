/** Months since January of the year 0. */
export type MonthIndex = number;

export interface MonthCount {
  month: MonthIndex;
  numbers: number;
}

const starts = new Map<MonthIndex, number>();

/** The first moment of a month in the reader's time zone, remembered: asking a date is slow. */
export function startOf(month: MonthIndex): number {
  const known = starts.get(month);
  if (known !== undefined) return known;
  const start = new Date(Math.floor(month / 12), month % 12).getTime();
  starts.set(month, start);
  return start;
}

const meanMonthMs = (365.2425 / 12) * 86_400_000;
const first = 12 * 1970;

/** The month of a moment in the reader's time zone. */
export function monthOf(epochMs: number): MonthIndex {
  let month = first + Math.floor(epochMs / meanMonthMs);
  while (epochMs < startOf(month)) month -= 1;
  while (epochMs >= startOf(month + 1)) month += 1;
  return month;
}

/** `2024-03`, as the address has it. */
export const monthText = (month: MonthIndex) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

export function monthFromText(text: string): MonthIndex {
  const [year, month] = text.split('-').map(Number);
  return 12 * year! + month! - 1;
}

const longest = 12 * 50;

/** Every month from the first to the last with numbers, those without any too; in their order. */
export function everyMonth(counts: ReadonlyMap<MonthIndex, number>): MonthCount[] {
  if (counts.size === 0) return [];
  const last = Math.max(...counts.keys());
  // A date that is plainly wrong must not make a picture of a thousand years.
  const earliest = Math.max(Math.min(...counts.keys()), last - longest + 1);
  return Array.from({ length: last - earliest + 1 }, (_, at) => ({
    month: earliest + at,
    numbers: counts.get(earliest + at) ?? 0,
  }));
}

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
