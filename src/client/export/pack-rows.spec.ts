import { expect, test } from 'vitest';
import { ruleBit } from '../fields/rule-bits.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import type { CheckedRows } from '../findings/checked-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { columnTexts } from './export-table.ts';
import { packFound } from './pack-rows.ts';

const set = createRowSet(
  ['a', 'b', 'c', 'd'].map((number_sid) =>
    rentedNumber({ number_sid, number: `4474806${number_sid.charCodeAt(0)}` }),
  ),
);
const both = ruleBit('odd-one-out') | ruleBit('calls-go-nowhere');
const open = Uint32Array.of(0, both, both);
const checked = { set } as CheckedRows;
const texts = (field: 'finding_level' | 'findings', state = { checked, open }) => {
  const column = packFound(state, set, field, Uint32Array.of(3, 2, 1, 0));
  const textOf = columnTexts(column, (value) => value);
  return { values: column.values.length, texts: [0, 1, 2, 3].map(textOf) };
};

test('a row has its worst level, and all titles, the worst first', () => {
  const titles = 'Error: Calls go nowhere; Notice: Odd one out';
  expect(texts('findings').texts).toEqual(['not checked yet', titles, titles, null]);
  expect(texts('finding_level').texts).toEqual(['not checked yet', 'error', 'error', null]);
});

test('equal findings are one value', () => {
  expect(texts('findings').values).toBe(3);
});

test('findings of another list are none of these rows', () => {
  const elsewhere = { checked: { set: createRowSet() } as CheckedRows, open };
  expect(new Set(texts('findings', elsewhere).texts)).toEqual(new Set(['not checked yet']));
});

test('before the first check every row says so', () => {
  const { values } = packFound({ checked: null, open }, set, 'findings', Uint32Array.of(0, 1));
  expect(values).toEqual(['not checked yet']);
});
