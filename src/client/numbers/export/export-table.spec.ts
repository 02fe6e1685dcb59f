import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnIds, exportFields } from '../columns.ts';
import { createRowSet } from '../rows/row-set.ts';
import { anyRow, rentedNumber } from '../test-rows.ts';
import { packTable, unpackTable } from './export-table.ts';
import { plainTable, whole } from './test-table.ts';
import { toCsv } from './to-csv.ts';
import { toTsv } from './to-tsv.ts';

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

test('text to paste has one line a row and one tab between cells, and nothing a spreadsheet runs', () => {
  const rows = [
    rentedNumber({ name: 'a\tb\r\nc', number: '+4471' }),
    rentedNumber({ name: '=1+1', number: '4472' }),
  ];
  expect(whole(toTsv(plainTable(rows, ['number', 'name', 'voice'])))).toBe(
    "number\tname\tvoice\n+4471\ta b c\tfalse\n4472\t'=1+1\tfalse",
  );
});
