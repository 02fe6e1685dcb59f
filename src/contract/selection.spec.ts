import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFilterText } from './filters.ts';
import { parseInventoryQuery } from './query.ts';
import {
  type NumberSelection,
  selectionCovers,
  selectionEntries,
  selectionParts,
} from './selection.ts';

const parse = (search: string) => parseInventoryQuery(new URLSearchParams(search));

/** Any text that a row may hold, besides the values of the rows below. */
const anyText = fc
  .oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\\,a]+$/))
  .filter(isFilterText);
const anyCountry = fc.oneof(fc.constantFrom('GB', 'EE', 'international', 'gb'), anyText);
const anyType = fc.oneof(fc.constantFrom('local', 'mobile', 'sip', 'a,b'), anyText);

const anySelection = fc.record(
  {
    number: fc.stringMatching(/^[1-9]\d{3,14}$/),
    country_code: fc.uniqueArray(anyCountry, { minLength: 1 }),
    type: fc.uniqueArray(anyType, { minLength: 1 }),
    voice: fc.boolean(),
    messaging: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<NumberSelection>;

const anyRow = fc.record({
  number: fc.constantFrom('4420', '4930'),
  country_code: fc.constantFrom('GB', 'EE', 'international', 'DE', 'gb'),
  type: fc.constantFrom('local', 'mobile', 'sip', 'toll_free', 'a,b'),
  voice: fc.boolean(),
  messaging: fc.boolean(),
});

type Row = Record<string, string | boolean>;

const isAskedFor = (row: Row, selection: NumberSelection) =>
  Object.entries(selection).every(([name, wanted]) =>
    Array.isArray(wanted) ? wanted.includes(row[name]) : row[name] === wanted,
  );

test('W10 a selection survives a round trip through a query string', () => {
  fc.assert(
    fc.property(anySelection, (selection) => {
      const search = new URLSearchParams(selectionEntries(selection)).toString();
      const query = { selection, after: null, checkpoint: null, fresh: false };
      expect(parse(search)).toEqual({ query, faults: [] });
    }),
  );
});

test('a row of the selection is in exactly one part, any other row in none', () => {
  fc.assert(
    fc.property(anySelection, anyRow, (selection, row) => {
      const parts = selectionParts(selection).filter((part) => isAskedFor(row, part as never));
      expect(parts).toHaveLength(isAskedFor(row, selection) ? 1 : 0);
    }),
  );
});

test('what is not chosen is in no part', () => {
  expect(selectionParts({})).toStrictEqual([{}]);
  expect(selectionParts({ type: ['sip'], voice: true })).toStrictEqual([
    { type: 'sip', voice: true },
  ]);
  expect(selectionParts({ country_code: ['GB', 'EE'] })).toStrictEqual([
    { country_code: 'GB' },
    { country_code: 'EE' },
  ]);
});

test('a selection may have 300 values', () => {
  const type = Array.from({ length: 300 }, (_, at) => `t${at}`);
  expect(parse(`type=${type}`)).toMatchObject({ query: { selection: { type } }, faults: [] });
});

test('a walk begins at one place: after an event, at a checkpoint or afresh', () => {
  const after = '0123456789abcdef-12';
  expect(parse(`after=${after}`)).toMatchObject({ query: { after }, faults: [] });
  expect(parse('checkpoint=abc')).toMatchObject({ query: { checkpoint: 'abc' }, faults: [] });
  expect(parse('fresh=true')).toMatchObject({ query: { fresh: true }, faults: [] });
  expect(parse(`checkpoint=abc&fresh=true&after=${after}`).faults).toHaveLength(2);
  expect(parse('checkpoint=abc&fresh=true').faults).toHaveLength(1);
});

test('a selection that covers another has every row of it', () => {
  fc.assert(
    fc.property(anySelection, anySelection, anyRow, (outer, inner, row) => {
      if (selectionCovers(outer, inner) && isAskedFor(row, inner)) {
        expect(isAskedFor(row, outer)).toBe(true);
      }
    }),
  );
  expect(selectionCovers({}, { type: ['sip'] })).toBe(true);
  expect(selectionCovers({ type: ['sip'] }, {})).toBe(false);
  expect(selectionCovers({ type: ['sip', 'local'] }, { type: ['sip'], voice: true })).toBe(true);
  expect(selectionCovers({ type: ['sip'] }, { type: ['sip', 'local'] })).toBe(false);
  expect(selectionCovers({ voice: true }, { voice: true, messaging: false })).toBe(true);
  expect(selectionCovers({ voice: true }, { voice: false })).toBe(false);
  expect(selectionCovers({ messaging: false }, { messaging: true })).toBe(false);
  expect(selectionCovers({ number: '442079460001' }, { number: '442079460002' })).toBe(false);
});

test('each value is kept once, in its order', () => {
  expect(parse('country_code=EE,GB,EE,ee').query.selection.country_code).toEqual([
    'EE',
    'GB',
    'ee',
  ]);
});

test.each([
  ['country_code=GB,', 'country_code'],
  [`country_code=GB,${'X'.repeat(65)}`, 'country_code'],
  [`type=${Array.from({ length: 301 }, (_, at) => `t${at}`)}`, 'type'],
  ['type=sip&type=local', 'type'],
  ['checkpoint=a%0d', 'checkpoint'],
  [`checkpoint=${'a'.repeat(2501)}`, 'checkpoint'],
  ['cursor=abc', 'cursor'],
  ['__proto__=1', '__proto__'],
])('%s is a fault', (search, parameter) => {
  const { query, faults } = parse(search);
  expect(faults).toEqual([{ parameter, detail: expect.any(String) }]);
  expect(query.checkpoint).toBeNull();
});
