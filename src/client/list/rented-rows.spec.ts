import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from './row-set.ts';
import { createRowViewer } from './row-view.ts';

test('a view has the rows of those months only, those added later too', () => {
  const row = (at: number, created: string) =>
    rentedNumber({ number_sid: `num-${at}`, created: `${created}T12:00:00+00:00` });
  const set = createRowSet([row(1, '2024-02-20'), row(2, '2024-03-02')]);
  const view = createRowViewer();
  const question = { selection: {}, search: null, rented: '2024-03..2024-04', sort: null };
  expect([...view(set, question).positions()]).toEqual([1]);
  set.put(row(3, '2024-04-29'));
  set.put(row(4, '2024-05-02'));
  const later = view(set, question);
  expect([...later.positions()]).toEqual([1, 2]);
  expect(later.facets.country_code.get('GB')).toBe(2);
});

test('a number rented in the first moment of a month belongs to that month only', () => {
  const created = new Date(2024, 2, 1).toISOString();
  const set = createRowSet([rentedNumber({ created })]);
  const count = (rented: string) =>
    createRowViewer()(set, { selection: {}, search: null, rented, sort: null }).length;
  expect(count('2024-03..2024-03')).toBe(1);
  expect(count('2024-02..2024-02')).toBe(0);
});
