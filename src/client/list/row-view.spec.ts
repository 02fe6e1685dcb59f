import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RentedNumber } from '#contract/number.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { anyRow, rentedNumber } from '../fields/test-rows.ts';
import { joinTests } from './join-tests.ts';
import type { FacetName } from './match-rows.ts';
import type { RowView } from './row-list.ts';
import { createRowSet } from './row-set.ts';
import { createRowViewer, type Question } from './row-view.ts';
import { searchedNumbers } from './searched-numbers.ts';

const everything: Question = { selection: {}, search: null, sort: null };
const shown = (view: RowView) => Array.from({ length: view.length }, (_, index) => view.at(index)!);

const anySelection = fc.record(
  {
    country_code: fc.uniqueArray(fc.constantFrom('GB', 'EE', 'international'), { minLength: 1 }),
    type: fc.uniqueArray(fc.constantFrom('local', 'mobile', 'sip'), { minLength: 1 }),
    voice: fc.boolean(),
    messaging: fc.boolean(),
    number: fc.constantFrom('4711', '1234'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<NumberSelection>;

const anyRows = fc.uniqueArray(anyRow, { selector: (row) => row.number_sid, maxLength: 25 });
const searched = (text: string) => ({ text, numbers: searchedNumbers(text, null, []) });
const anySearch = fc.option(fc.constantFrom('1', 'a', 'é', '-').map(searched), { nil: null });

function matches(row: RentedNumber, selection: NumberSelection, but?: FacetName): boolean {
  return Object.entries(selection).every(([name, wanted]) => {
    if (name === but) return true;
    const value = name === 'number' ? row.number.replace('+', '') : row[name as FacetName];
    return Array.isArray(wanted) ? wanted.includes(value) : wanted === value;
  });
}

test('shows the rows that match, in their order', () => {
  fc.assert(
    fc.property(anyRows, anySelection, (rows, selection) => {
      const view = createRowViewer()(createRowSet(rows), { ...everything, selection });
      expect(shown(view)).toEqual(rows.filter((row) => matches(row, selection)));
    }),
  );
});

test('a facet counts what matches everything but its own choice', () => {
  fc.assert(
    fc.property(anyRows, anySelection, (rows, selection) => {
      const { facets } = createRowViewer()(createRowSet(rows), { ...everything, selection });
      for (const name of ['country_code', 'type', 'voice', 'messaging'] as const) {
        const expected = new Map<string, number>();
        for (const row of rows.filter((one) => matches(one, selection, name))) {
          const value = String(row[name]);
          expected.set(value, (expected.get(value) ?? 0) + 1);
        }
        expect(facets[name]).toEqual(expected);
      }
    }),
  );
});

test('a set that grew or changed since is seen as one that is new', () => {
  fc.assert(
    fc.property(anyRows, fc.nat(25), anySelection, anySearch, (rows, first, selection, search) => {
      const question = { ...everything, selection, search };
      const set = createRowSet(rows.slice(0, first));
      const viewer = createRowViewer();
      viewer(set, question);
      for (const row of rows.slice(first)) {
        set.put(row);
        viewer(set, question);
      }
      const changed = rows[0] && { ...rows[0], type: 'sip', voice: !rows[0].voice };
      if (changed) set.replace(changed);
      const alone = createRowViewer()(createRowSet(set.rows.map((row) => ({ ...row }))), question);
      const view = viewer(set, question);
      expect(shown(view)).toEqual(shown(alone));
      expect(view.facets).toEqual(alone.facets);
    }),
  );
});

test('narrows, sorts, and does both', () => {
  const rows = ['b desk', 'a desk', 'c fax'].map((name) =>
    rentedNumber({ name, number_sid: name }),
  );
  const set = createRowSet(rows);
  const viewer = createRowViewer();
  const names = (question: Partial<Question>) =>
    shown(viewer(set, { ...everything, ...question })).map((row) => row.name);
  const sort = { column: 'name', descending: false } as const;
  expect(names({ search: searched('desk') })).toEqual(['b desk', 'a desk']);
  expect(names({ sort })).toEqual(['a desk', 'b desk', 'c fax']);
  expect(names({ search: searched('desk'), sort })).toEqual(['a desk', 'b desk']);
  expect(names({})).toEqual(['b desk', 'a desk', 'c fax']);
});

test('a view finds its rows, and names their positions', () => {
  const rows = ['a', 'b', 'c'].map((number_sid) => rentedNumber({ number_sid }));
  const sort = { column: 'number_sid', descending: true } as const;
  const view = createRowViewer()(createRowSet(rows), { ...everything, sort });
  expect(view.findIndex((row) => row.number_sid === 'b')).toBe(1);
  expect(view.findIndex((row) => row.number_sid === 'x')).toBe(-1);
  expect([...view.positions()]).toEqual([2, 1, 0]);
  expect(view.at(3)).toBeUndefined();
});

test('thousands of matches are all shown, in their order', () => {
  const numbers = Array.from({ length: 3000 }, (_, at) => `${447480600000 + at}`);
  const rows = numbers.map((number, at) =>
    rentedNumber({ number, number_sid: number, type: at % 3 === 0 ? 'mobile' : 'local' }),
  );
  const set = createRowSet(rows.slice(0, 400));
  const view = createRowViewer();
  const question = { ...everything, selection: { type: ['local'] }, search: searched('7480') };
  const local = (loaded: RentedNumber[]) => loaded.filter(({ type }) => type === 'local');
  expect(shown(view(set, question))).toEqual(local(rows.slice(0, 400)));
  for (const row of rows.slice(400)) set.put(row);
  expect(shown(view(set, question))).toEqual(local(rows));
  const sort = { column: 'number', descending: true } as const;
  expect(shown(view(set, { ...question, sort }))).toEqual(local(rows).toReversed());
});

test('a row that changed moves to its new place in a sorted list', () => {
  const rows = ['a', 'b', 'c'].map((name) => rentedNumber({ name, number_sid: `num-${name}` }));
  const set = createRowSet(rows);
  const view = createRowViewer();
  const sort = { column: 'name', descending: false } as const;
  const names = () => shown(view(set, { ...everything, sort })).map(({ name }) => name);
  expect(names()).toEqual(['a', 'b', 'c']);
  set.replace({ ...rows[0]!, name: 'z' });
  expect(names()).toEqual(['b', 'c', 'z']);
});

test('tests are joined: a row passes all of them, and other tests are another question', () => {
  const even = { key: 'even', passes: (position: number) => position % 2 === 0 };
  const late = { key: 'late', passes: (position: number) => position > 1 };
  expect(joinTests(null, null)).toBeNull();
  expect(joinTests(null, late)).toBe(late);
  const both = joinTests(even, late);
  expect([0, 1, 2, 3, 4].filter((position) => both?.passes(position))).toEqual([2, 4]);
  const keys = [both, joinTests(late, even), joinTests(late)].map((test) => test?.key);
  expect(new Set(keys).size).toBe(3);
});

test('a number, a search, months and another test hold together, and each by itself', () => {
  const [hit, ...others] = [
    {},
    { number: '447480600504' },
    { name: 'Fax' },
    { created: '2024-06-15T12:00:00+00:00' },
    { number_sid: 'num-odd' },
  ].map((changes, at) =>
    rentedNumber({
      number: '447480600503',
      number_sid: `num-${at}`,
      name: 'Desk',
      created: '2024-03-15T12:00:00+00:00',
      ...changes,
    }),
  );
  const set = createRowSet([hit!, ...others]);
  const conditions = {
    selection: { number: '447480600503' },
    search: { text: 'desk', numbers: [] },
    rented: '2024-03..2024-04',
    test: { key: 'not-four', passes: (position: number) => position !== 4 },
  };
  const positions = (question: Partial<Question>) => [
    ...createRowViewer()(set, { ...everything, ...question }).positions(),
  ];
  expect(positions(conditions)).toEqual([0]);
  expect(positions({ selection: conditions.selection })).toEqual([0, 2, 3, 4]);
  expect(positions({ search: conditions.search })).toEqual([0, 1, 3, 4]);
  expect(positions({ rented: conditions.rented })).toEqual([0, 1, 2, 4]);
  expect(positions({ test: conditions.test })).toEqual([0, 1, 2, 3]);
});
