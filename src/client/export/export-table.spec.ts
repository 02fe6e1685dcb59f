import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnIds, exportFields } from '../fields/columns.tsx';
import { anyRow } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { packTable, unpackTable } from './export-table.ts';
import { plainTable, whole } from './test-table.ts';
import { toCsv } from './to-csv.ts';

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
