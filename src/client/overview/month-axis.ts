import { monthWords, yearWords } from '../fields/month-words.ts';
import type { MonthCount } from '../fields/rented-months.ts';
import { isolate } from '../lib/format.ts';

const wantedSteps = 4;

/** Round counts from 0 on, of which the last is not below the most. */
export function countTicks(most: number): number[] {
  const atLeast = Math.max(1, most) / wantedSteps;
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((times) => times * power).find((one) => one >= atLeast)!,
  );
  const length = Math.ceil(Math.max(1, most) / step) + 1;
  return Array.from({ length }, (_, at) => at * step);
}

interface MonthMark {
  /** The index of the month. */
  at: number;
  label: string;
}

// The names follow the calendar in which the months are counted.
const names = new Intl.DateTimeFormat(undefined, { month: 'short', calendar: 'gregory' });
const year = 12;
/** Every month, quarter or year, or every so many years. */
const steps = [1, 3, ...[1, 2, 5, 10, 20].map((years) => years * year)];

function marksEvery(step: number, months: readonly MonthCount[]): MonthMark[] {
  return months.flatMap(({ month }, at) => {
    if (month % step !== 0) return [];
    if (month % year === 0) return { at, label: yearWords(month / year) };
    const isFirst = at < step;
    return {
      at,
      label: isFirst ? monthWords(month) : isolate(names.format(new Date(2000, month % year))),
    };
  });
}

/** The room in pixels between two labels at least. */
const gap = 12;

/**
 * The labels below the months: as many as have room beside each other, and none that would leave the
 * picture.
 *
 * @param width the width of all months in pixels.
 * @param widthOf the width of a label in pixels.
 */
export function monthMarks(
  months: readonly MonthCount[],
  width: number,
  widthOf: (label: string) => number,
): MonthMark[] {
  const [first] = months;
  if (first === undefined) return [];
  const left = ({ at }: MonthMark) => (at * width) / months.length;
  const right = (mark: MonthMark) => left(mark) + widthOf(mark.label);
  const only = [{ at: 0, label: monthWords(first.month) }];
  for (const step of steps) {
    const marks = marksEvery(step, months);
    const isTight = marks.some((mark, at) => at > 0 && left(mark) < right(marks[at - 1]!) + gap);
    if (isTight) continue;
    const inside = marks.filter((mark) => right(mark) <= width);
    return inside.length > 0 ? inside : only;
  }
  return only;
}

const narrow = /[ -~]/;

/** About as wide as a small text in the page's fonts, in pixels; never less. */
export const aboutWidth = (text: string, scale = 1) =>
  [...text].reduce((sum, letter) => sum + (narrow.test(letter) ? 7.5 : 12), 0) * scale;
