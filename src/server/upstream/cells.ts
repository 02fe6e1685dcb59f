import { isFilterText, type NumberFilters } from '#contract/filters.ts';
import type { RentedNumber } from '#contract/number.ts';

/** The fields by which a walk may be divided. */
type Divided = Pick<RentedNumber, 'country_code' | 'type' | 'voice' | 'messaging'>;

/** All rows with equal values in those fields, and their number. */
export interface Cell extends Divided {
  count: number;
}

/** The number of rows in each cell, which a walk counts while it reads an inventory. */
interface Cells {
  /** Counts one row, and returns its cell. */
  add(row: Divided): Cell;
  all(): readonly Cell[];
  /** The number of cells. */
  size(): number;
}

/** Whether the rows of a cell can match the filters; only the fields of `Divided` are compared. */
export const hasRowsIn = (
  cell: Divided,
  { country_code, type, voice, messaging }: NumberFilters,
): boolean =>
  (country_code === undefined || cell.country_code === country_code) &&
  (type === undefined || cell.type === type) &&
  (voice === undefined || cell.voice === voice) &&
  (messaging === undefined || cell.messaging === messaging);

/** @param known the cells of an earlier walk, whose rows are counted already. */
export function createCells(known: readonly Cell[] = []): Cells {
  const keyOf = ({ country_code, type, voice, messaging }: Divided) =>
    JSON.stringify([country_code, type, voice, messaging]);
  const cells = new Map(known.map((cell) => [keyOf(cell), { ...cell }]));
  return {
    add(row) {
      const key = keyOf(row);
      const { country_code, type, voice, messaging } = row;
      const cell = cells.get(key) ?? { country_code, type, voice, messaging, count: 0 };
      cell.count += 1;
      cells.set(key, cell);
      return cell;
    },
    all: () => [...cells.values()],
    size: () => cells.size,
  };
}

/** The vendor documents the types twice, once without toll_free; rows may have further types. */
const documentedTypes = ['local', 'mobile', 'toll_free', 'sip'];
const either = [true, false] as const;

/**
 * A set of filters divided by voice and messaging into at most four sets: the only division that
 * leaves no row out, whatever types and countries exist. A capability that is filtered already is
 * not divided.
 */
export const byCapability = (filters: NumberFilters): NumberFilters[] =>
  either
    .filter((voice) => filters.voice === undefined || filters.voice === voice)
    .flatMap((voice) =>
      either
        .filter((messaging) => filters.messaging === undefined || filters.messaging === messaging)
        .map((messaging) => ({ ...filters, voice, messaging })),
    );

const askable = (values: readonly string[]) => [...new Set(values.filter(isFilterText))];

/**
 * A set of filters divided by the documented types and the types seen; a row of another type is in
 * no part.
 */
export const byType = (filters: NumberFilters, seen: readonly Divided[]): NumberFilters[] =>
  askable([...documentedTypes, ...seen.map(({ type }) => type)]).map((type) => ({
    ...filters,
    type,
  }));

/** A set of filters divided by the countries seen; a row of another country is in no part. */
export const byCountry = (filters: NumberFilters, seen: readonly Divided[]): NumberFilters[] =>
  askable(seen.map((cell) => cell.country_code)).map((country_code) => ({
    ...filters,
    country_code,
  }));
