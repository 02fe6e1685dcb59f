import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RentedNumber } from '#contract/number.ts';
import { anyRow, rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from './row-set.ts';

const anyChanges = fc.array(anyRow, { maxLength: 20 });

test('columns say of every row what the row says, and count their values', () => {
  fc.assert(
    fc.property(anyChanges, anyChanges, (rows, replacements) => {
      const set = createRowSet(structuredClone(rows));
      for (const row of structuredClone(replacements)) set.replace(row);
      for (const [field, { values, codes, counts }] of Object.entries(set.columns)) {
        const held = set.rows.map((row) => row[field as 'type']);
        expect(held.map((_, position) => values[codes[position]!])).toEqual(held);
        const counted = values.map((value) => held.filter((one) => one === value).length);
        expect(counts).toEqual(counted);
      }
    }),
  );
});

test('a number is found by its SID, wherever it stands', () => {
  const set = createRowSet(['a', 'b', 'a'].map((number_sid) => rentedNumber({ number_sid })));
  expect(set.rows).toHaveLength(2);
  expect(['a', 'b', 'c'].map(set.positionOf)).toEqual([0, 1, undefined]);
});

test('only what is new is a change', () => {
  const row = rentedNumber({ updated: '2020-01-01T00:00:00+00:00' });
  const set = createRowSet([row]);
  set.put({ ...row });
  set.put({ ...row, name: 'older', updated: '2019-01-01T00:00:00+00:00' });
  expect(set.edits).toBe(0);
  set.put({ ...row, name: 'as new' });
  expect(set.edits).toBe(1);
  expect(set.rows[0]?.name).toBe('as new');
  set.replace({ ...row, name: 'older', updated: '2019-01-01T00:00:00+00:00' });
  expect(set.rows[0]?.name).toBe('older');
  set.replace(rentedNumber({ number_sid: 'nobody' }));
  expect(set.rows).toHaveLength(1);
});

test('a row without a date is older than one with a date, and the later of two without holds', () => {
  const [dated, undated] = [rentedNumber({ name: 'dated' }), rentedNumber({ updated: null })];
  const nameAfter = (...puts: RentedNumber[]) => createRowSet(puts).rows[0]?.name;
  expect(nameAfter({ ...undated, name: 'undated' }, { ...dated })).toBe('dated');
  expect(nameAfter({ ...dated }, { ...undated, name: 'undated' })).toBe('dated');
  expect(nameAfter({ ...undated, name: 'first' }, { ...undated, name: 'later' })).toBe('later');
});

test('a version is another object once rows were added or changed, and only then', () => {
  const row = rentedNumber({ number_sid: 'a' });
  const set = createRowSet([row]);
  const { version } = set;
  set.put({ ...row });
  expect(set.version).toBe(version);
  set.replace({ ...row, name: 'new' });
  const changed = set.version;
  expect(changed).not.toBe(version);
  set.put(rentedNumber({ number_sid: 'b' }));
  expect(set.version).not.toBe(changed);
  expect([version.length, set.version.length]).toEqual([1, 2]);
});
