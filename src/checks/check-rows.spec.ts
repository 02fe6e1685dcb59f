import { expect, test } from 'vitest';
import { checkInventory } from './check-inventory.ts';
import { checkNumber } from './check-number.ts';
import { checkRows } from './check-rows.ts';
import { context, soundRow } from './test-row.ts';

const rows = [
  soundRow({ number_sid: 'a', number: '447480600501', call_controller: 'http://x.example.com' }),
  soundRow({ number_sid: 'b', number: '447480600501' }),
  soundRow({ number_sid: 'c', number: '447480600502', msg_method: 'GET' }),
  soundRow({ number_sid: 'd', number: '447480600503' }),
];
const ids = (findings: { id: string }[] | undefined) => findings?.map(({ id }) => id);

test('joins what each number has by itself with what the comparison gave, the worst first', () => {
  const found = checkRows(rows, context);
  expect([...found.keys()]).toEqual(['a', 'b', 'c']);
  expect(ids(found.get('a'))).toEqual(['duplicate-number', 'plain-http-webhook']);
  expect(ids(found.get('b'))).toEqual(['duplicate-number']);
  expect(ids(found.get('c'))).toEqual(['get-for-events']);
});

test('is the two halves, which can be had apart', () => {
  const [first] = rows;
  expect(ids(first && checkNumber(first, context))).toEqual(['plain-http-webhook']);
  expect([...checkInventory(rows, context).keys()]).toEqual(['a', 'b']);
});

test('changes no row', () => {
  const before = structuredClone(rows);
  checkRows(rows, context);
  expect(rows).toEqual(before);
});
