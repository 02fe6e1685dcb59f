import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnIds, exportFields } from '../fields/columns.tsx';
import { anyRow, rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { fieldOf, packTable, unpackTable } from './export-table.ts';
import { plainTable, whole } from './test-table.ts';
import { toCsv } from './to-text.ts';

const fields = exportFields(columnIds);
const anyRows = fc.uniqueArray(anyRow, { selector: (row) => row.number_sid, maxLength: 12 });

test('what the worker unpacks says of each row what the row says, in the order asked for', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, fc.infiniteStream(fc.nat()), async (rows, picks) => {
      const set = createRowSet(rows);
      const positions = Uint32Array.from(rows, () => picks.next().value % rows.length);
      const table = unpackTable(await packTable(set, positions, fields));
      const picked = Array.from(positions, (position) => rows[position]!);
      expect(whole(toCsv(table))).toBe(whole(toCsv(plainTable(picked, fields))));
    }),
  );
});

const two = createRowSet(
  ['sid-1', 'sid-2'].map((number_sid) => rentedNumber({ number_sid, type: 'mobile' })),
);
const both = Uint32Array.of(0, 1);

test('a text that many rows share is sent to the worker once', async () => {
  const { columns } = await packTable(two, both, ['type', 'number_sid']);
  expect(columns).toEqual([
    { field: 'type', values: '["mobile"]', codes: Uint32Array.of(0, 0) },
    { field: 'number_sid', values: '["sid-1","sid-2"]', codes: null },
  ]);
});

test('numbers can be written in another way, and findings come from elsewhere', async () => {
  const { columns } = await packTable(two, both, ['number', 'findings', 'finding_level'], {
    toNumber: ({ number_sid }) => `number of ${number_sid}`,
    packFound: (field) => ({ field, values: ['none'], codes: Uint32Array.of(0, 0) }),
  });
  expect(columns).toEqual([
    { field: 'number', values: '["number of sid-1","number of sid-2"]', codes: null },
    { field: 'findings', values: '["none"]', codes: Uint32Array.of(0, 0) },
    { field: 'finding_level', values: '["none"]', codes: Uint32Array.of(0, 0) },
  ]);
  expect((await packTable(two, both, ['findings'])).columns).toEqual([]);
});

test('the old value of a field is one of the same field', () => {
  expect([fieldOf('updated_before'), fieldOf('number')]).toEqual(['updated', 'number']);
});
