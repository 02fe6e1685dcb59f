import { type ColumnId, columnSpec } from '../fields/columns.tsx';
import type { Sort } from '../fields/sort.ts';
import type { RowSet } from './row-set.ts';

/** The place of each row in the ascending order of a column; equal rows share one. */
export interface Ranks {
  /** By position; rows that came later have no rank and stand behind all others. */
  readonly rankOf: Uint32Array;
  /** How many different ranks there are; rows without a value have this one, beyond all others. */
  readonly distinct: number;
}

type Value = string | number | null;

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: false });
const isBlank = (value: Value) => value === null || value === '';

/** Ranks without gaps from an order of what is not blank; equals share one. */
function denseRanks(
  count: number,
  order: ArrayLike<number>,
  compare: (a: number, b: number) => number,
): Ranks {
  const rankOf = new Uint32Array(count);
  const isRanked = new Uint8Array(count);
  let distinct = 0;
  for (let at = 0; at < order.length; at += 1) {
    const one = order[at]!;
    if (at === 0 || compare(order[at - 1]!, one) !== 0) distinct += 1;
    rankOf[one] = distinct - 1;
    isRanked[one] = 1;
  }
  return { rankOf: rankOf.map((rank, one) => (isRanked[one] === 1 ? rank : distinct)), distinct };
}

/** Numbers by size, identifiers by character; both compare fast, and few rows share one. */
function rankRows(values: readonly Value[]): Ranks {
  // Filled values of one column are all texts or all numbers.
  const compare = (a: number, b: number) => {
    const one = values[a]!;
    const other = values[b]!;
    return one < other ? -1 : one > other ? 1 : 0;
  };
  const order = Uint32Array.from(values.keys()).filter((position) => !isBlank(values[position]!));
  order.sort(compare);
  return denseRanks(values.length, order, compare);
}

/** Words in their English order: each different one is compared, not each row. */
function rankWords(values: readonly Value[]): Ranks {
  const places = new Map<Value, number>();
  const placeOf = Uint32Array.from(values, (value) => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  // Only texts are words; a blank is one of them and stays at the rank beyond the others.
  const words = [...places.keys()].map((value) => value ?? '');
  const order = [...words.keys()].filter((place) => !isBlank(words[place]!));
  const compare = (a: number, b: number) => collator.compare(String(words[a]), String(words[b]));
  order.sort(compare);
  const { rankOf: rankOfPlace, distinct } = denseRanks(words.length, order, compare);
  return { rankOf: placeOf.map((place) => rankOfPlace[place]!), distinct };
}

interface Ranked {
  rows: number;
  edits: number;
  ranks: Ranks;
}

const remembered = new WeakMap<RowSet, Map<ColumnId, Ranked>>();

/** The ranks of a column, remembered until the set changes. */
function columnRanks(set: RowSet, column: ColumnId): Ranks {
  const ofSet = remembered.get(set) ?? new Map<ColumnId, Ranked>();
  remembered.set(set, ofSet);
  const known = ofSet.get(column);
  if (known && known.rows === set.rows.length && known.edits === set.edits) return known.ranks;

  const { sortValue, isIdentifier = false } = columnSpec(column);
  const values = set.rows.map(sortValue);
  const isWords = !isIdentifier && values.some((value) => typeof value === 'string');
  const ranks = isWords ? rankWords(values) : rankRows(values);
  ofSet.set(column, { rows: set.rows.length, edits: set.edits, ranks });
  return ranks;
}

/** No row is checked yet. */
const unranked: Ranks = { rankOf: new Uint32Array(), distinct: 0 };

/**
 * Positions of rows in the order of a column. Equal rows keep their order; rows without a value
 * come last in either direction. Counts ranks instead of comparing rows: linear in both.
 *
 * @param severity the order of the findings, which are not in the rows.
 */
export function sortPositions(
  set: RowSet,
  positions: Uint32Array,
  { column, descending }: Sort,
  severity: Ranks | null = null,
): Uint32Array {
  const { rankOf, distinct } =
    column === 'finding' ? (severity ?? unranked) : columnRanks(set, column);
  const placeOf = (position: number) => {
    const rank = rankOf[position] ?? distinct + 1;
    return descending && rank < distinct ? distinct - 1 - rank : rank;
  };
  const ends = new Uint32Array(distinct + 3);
  for (const position of positions) ends[placeOf(position) + 1]! += 1;
  for (let place = 1; place < ends.length; place += 1) ends[place]! += ends[place - 1]!;
  const sorted = new Uint32Array(positions.length);
  for (const position of positions) {
    const place = placeOf(position);
    sorted[ends[place]!] = position;
    ends[place]! += 1;
  }
  return sorted;
}
