import type { NumberFilters } from './matches-filters.ts';

export interface ListQuery {
  /** Rows a page, 1 to 20. */
  readonly limit: number;
  readonly filters: NumberFilters;
  /** Cursors as received, not yet looked up; at most one of the two is set. */
  readonly next: string | null;
  readonly prev: string | null;
}

type ListQueryResult =
  | { readonly ok: true; readonly query: ListQuery }
  | { readonly ok: false; readonly parameter: string; readonly value: string };

const MAX_LIMIT = 20;
const textFilters = ['number', 'country_code', 'country_name', 'type'] as const;
const flagFilters = ['voice', 'messaging'] as const;

/**
 * Reads the documented parameters (the vendor's "Filtering parameters"); unknown ones are ignored.
 *
 * Undocumented upstream, and decided here: `limit` over 20 is clamped to 20, a `limit` that is no
 * whole number from 1 is refused, as is a `voice` or `messaging` other than `true` or `false`;
 * a value that simply matches nothing (an unknown `type`) gives an empty list.
 */
export function parseListQuery(params: URLSearchParams): ListQueryResult {
  const refuse = (parameter: string): ListQueryResult => ({
    ok: false,
    parameter,
    value: params.get(parameter) ?? '',
  });

  const limit = params.get('limit') ?? String(MAX_LIMIT);
  if (!/^\d{1,9}$/.test(limit) || Number(limit) === 0) return refuse('limit');

  const filters: { -readonly [Key in keyof NumberFilters]: NumberFilters[Key] } = {};
  for (const key of textFilters) {
    const value = params.get(key);
    if (value !== null) filters[key] = value;
  }
  for (const key of flagFilters) {
    const value = params.get(key);
    if (value === null) continue;
    if (value !== 'true' && value !== 'false') return refuse(key);
    filters[key] = value === 'true';
  }

  const next = params.get('next');
  const prev = params.get('prev');
  if (next !== null && prev !== null) return refuse('prev');
  return { ok: true, query: { limit: Math.min(Number(limit), MAX_LIMIT), filters, next, prev } };
}

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
