import type { Day } from './day.ts';

/** Gives numbers back, or loses them: the API does not tell the two apart. */
export function giveBack(day: Day, count: number): void {
  for (const { at } of day.pick(count)) day.list[at] = null;
}
