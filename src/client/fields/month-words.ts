import { formatMonth, formatYear } from '../lib/format-month.ts';
import * as filters from '../words/filters.ts';
import { type MonthIndex, monthFromText } from './rented-months.ts';

export const monthWords = (month: MonthIndex) =>
  formatMonth(new Date(Math.floor(month / 12), month % 12));

export const yearWords = (year: number) => formatYear(new Date(year, 6));

/** `2024-03..2024-07` as `Mar 2024 to Jul 2024`, a single month as itself. */
export function rentedWords(rented: string): string {
  const [first, last] = rented.split('..').map(monthFromText);
  return first === last
    ? monthWords(first!)
    : filters.fromTo(monthWords(first!), monthWords(last!));
}

/**
 * So many months from the first one on, by year; a chosen one that is not among them is put where it
 * belongs.
 *
 * @param chosen its place behind the first one.
 */
export function monthsByYear(
  first: MonthIndex,
  count: number,
  chosen: number,
): { year: number; months: MonthIndex[] }[] {
  const all = new Set(Array.from({ length: count }, (_, at) => first + at)).add(first + chosen);
  const years = new Map<number, MonthIndex[]>();
  for (const month of [...all].sort((a, b) => a - b)) {
    const year = Math.floor(month / 12);
    years.set(year, [...(years.get(year) ?? []), month]);
  }
  return [...years].map(([year, inYear]) => ({ year, months: inYear }));
}
