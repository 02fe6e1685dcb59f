import type { Land } from 'virtual:world-map';
import { formatCount } from '../lib/format.ts';
import * as text from './words.ts';

/** The shades of the map in the style sheet, `scale-1` to `scale-7`, lightest first in the light theme. */
export const shadeCount = 7;
const lastShade = shadeCount - 1;

export interface MapStep {
  /** The smallest and the largest count of the step. */
  from: number;
  to: number;
  /** The index of the shade. */
  shade: number;
}

/**
 * The steps of the map, from few to many numbers. Each step has about as many different counts as
 * any other, because a few countries have most of the numbers. Fewer counts than shades have a step
 * each, and the largest count always has the last shade.
 */
export function mapSteps(counts: Iterable<number>): MapStep[] {
  const different = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b);
  const length = Math.min(shadeCount, different.length);
  const starts = Array.from(
    { length },
    (_, at) => different[Math.floor((at * different.length) / length)]!,
  );
  return starts.map((from, at) => ({
    from,
    to: at + 1 < length ? starts[at + 1]! - 1 : different.at(-1)!,
    shade: length === 1 ? lastShade : Math.round((at * lastShade) / (length - 1)),
  }));
}

/** The shade of a count; null for none. */
export const shadeOf = (steps: readonly MapStep[], count: number): number | null =>
  steps.findLast(({ from }) => count >= from)?.shade ?? null;

/** `21 to 54`, or `7` for a step of one count. */
export const stepWords = ({ from, to }: MapStep) =>
  from === to ? formatCount(from) : text.fromTo(formatCount(from), formatCount(to));

/** Land smaller than this, in a picture as wide as the world, is marked by a dot as well. */
export const smallest = 6;

export const needsDot = ([, , , extent, path]: Land, zoom: number) =>
  path === '' || extent * zoom < smallest;
