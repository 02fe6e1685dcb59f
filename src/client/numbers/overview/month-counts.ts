/** A month as one count of months, so that the next one is one more. */
export type MonthIndex = number;

export interface MonthCount {
  month: MonthIndex;
  numbers: number;
}

/** The month of a moment in the reader's time zone. */
export function monthOf(epochMs: number): MonthIndex {
  const date = new Date(epochMs);
  return 12 * date.getFullYear() + date.getMonth();
}

/** `2024-03`, as the address has it. */
export const monthText = (month: MonthIndex) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

export function monthFromText(text: string): MonthIndex {
  const [year, place] = text.split('-').map(Number);
  return 12 * year! + place! - 1;
}

const longest = 12 * 50;

/** Every month from the first to the last with numbers, those without any too; in their order. */
export function everyMonth(counts: ReadonlyMap<MonthIndex, number>): MonthCount[] {
  if (counts.size === 0) return [];
  const last = Math.max(...counts.keys());
  // A date that is plainly wrong must not make a picture of a thousand years.
  const first = Math.max(Math.min(...counts.keys()), last - longest + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    month: first + at,
    numbers: counts.get(first + at) ?? 0,
  }));
}
