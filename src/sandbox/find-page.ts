/** Where a page begins: at the top, after or before a row of the full list, or at a plain offset. */
export type PageStart =
  | { readonly kind: 'top' }
  | { readonly kind: 'after'; readonly position: number }
  | { readonly kind: 'before'; readonly position: number }
  | { readonly kind: 'offset'; readonly offset: number };

/** A half-open range of the matching rows: indexes into `positions`, not positions. */
interface PageRange {
  readonly start: number;
  readonly end: number;
}

/** Index of the first element not below `position`. */
function lowerBound(positions: Uint32Array, position: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // `middle` is below `high`, hence within the array.
    if (positions[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The rows of one page, found by binary search. The row of a cursor need not match the filters that
 * come with the cursor: only the row's place in the full list counts.
 *
 * @param positions ascending positions of the matching rows
 * @param limit rows a page, at least 1
 */
export function findPage(positions: Uint32Array, from: PageStart, limit: number): PageRange {
  if (from.kind === 'before') {
    const end = lowerBound(positions, from.position);
    return { start: Math.max(0, end - limit), end };
  }
  let start = 0;
  if (from.kind === 'after') start = lowerBound(positions, from.position + 1);
  if (from.kind === 'offset') start = Math.min(from.offset, positions.length);
  return { start, end: Math.min(start + limit, positions.length) };
}
