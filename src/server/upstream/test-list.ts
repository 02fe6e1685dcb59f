import fc from 'fast-check';
import { filterEntries, type NumberFilters } from '#contract/filters.ts';
import type { RentedNumber } from '#contract/number.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { documentedRow } from '#sandbox/stand-in/documented-row.ts';
import type { CrawlPage } from './crawl.ts';
import type { Position } from './list-address.ts';
import { matchesFilters } from './matches-filters.ts';
import { toContract } from './to-contract.ts';
import { readWireNumber, type WireNumber } from './wire.ts';

// The documented row is valid.
const documented = readWireNumber(
  documentedRow({ msg_controller: '', msg_app_sid: null, call_app_sid: null }),
  { rows: new Set(), values: [] },
)!;

export const wireNumber = (changes: Partial<WireNumber>): WireNumber => ({
  ...documented,
  voice: true,
  messaging: false,
  ...changes,
});

const kind = fc.record({
  // Some countries are no valid filter values, and one type is undocumented.
  country_code: fc.constantFrom('GB', 'GB', 'GB', 'US', 'EE', 'international', 'Kosovo', ''),
  type: fc.constantFrom('local', 'local', 'mobile', 'toll_free', 'sip', 'shared_cost', 'Odd Type'),
  voice: fc.boolean(),
  messaging: fc.boolean(),
});

/** For specs: rows of every kind, each with a SID of its own. */
export const anyRows = fc
  .array(kind, { maxLength: 150, size: 'max' })
  .map((kinds) => kinds.map((one, at) => wireNumber({ ...one, number_sid: `num-${at}` })));

export const anySelection = fc.record(
  {
    country_code: fc.uniqueArray(fc.constantFrom('GB', 'US', 'EE'), { minLength: 1 }),
    type: fc.uniqueArray(fc.constantFrom('local', 'mobile', 'sip'), { minLength: 1 }),
    voice: fc.boolean(),
    messaging: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<NumberSelection>;

const isAskedFor = (row: WireNumber, selection: NumberSelection) =>
  Object.entries(selection).every(([name, wanted]) =>
    Array.isArray(wanted)
      ? wanted.includes(row[name as keyof WireNumber])
      : row[name as keyof WireNumber] === wanted,
  );

/** For specs: a list whose cursors work only with the filters that they were made for. */
export function createTestList(rows: readonly WireNumber[], pageSize = 3) {
  const keyOf = (filters: NumberFilters) => JSON.stringify(filterEntries(filters));
  return {
    page(filters: NumberFilters, position: Position | null): CrawlPage {
      const [key, from = '0'] = position?.next?.split(' @ ') ?? [keyOf(filters)];
      if (key !== keyOf(filters)) throw new Error(`${key} is followed with ${keyOf(filters)}`);
      const matching = rows.filter((row) => matchesFilters(row, filters));
      const end = Number(from) + pageSize;
      return {
        numbers: matching.slice(Number(from), end).map(toContract),
        skipped: 0,
        next: end < matching.length ? { next: `${key} @ ${end}` } : null,
      };
    },
    /** The number of requests that a set of filters takes. */
    pages: (filters: NumberFilters) =>
      Math.max(1, Math.ceil(rows.filter((row) => matchesFilters(row, filters)).length / pageSize)),
    sids: (selection: NumberSelection) =>
      rows.filter((row) => isAskedFor(row, selection)).map(({ number_sid }) => number_sid),
  };
}

export const sidsOf = (rows: readonly RentedNumber[]) => rows.map(({ number_sid }) => number_sid);
