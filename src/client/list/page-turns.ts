import type { ListPlace } from './catch-up.ts';

/** The place of a page, and the places of the other parts of the selection, in their turn after it. */
export interface PageTurn extends ListPlace {
  waiting: readonly ListPlace[];
}

/** The first page of the first part; every other part waits with its first page. */
export function firstTurn(parts: number): PageTurn {
  const waiting = Array.from({ length: parts - 1 }, (_, at) => ({ part: at + 1, cursor: null }));
  return { part: 0, cursor: null, waiting };
}

/**
 * The parts take turns, page by page, so that the first rows come from all of them. A part that has
 * more pages goes to the end of the line.
 *
 * @param next the cursor behind the page; null after the last page of its part.
 * @returns null when every part is read to its end.
 */
export function nextTurn(next: string | null, { part, waiting }: PageTurn): PageTurn | null {
  const line = next === null ? waiting : [...waiting, { part, cursor: next }];
  const [first, ...rest] = line;
  return first === undefined ? null : { ...first, waiting: rest };
}

/** How many parts have had no turn yet. */
export const partsUnasked = ({ waiting }: PageTurn): number =>
  waiting.filter(({ cursor }) => cursor === null).length;
