import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { unpackTable } from './export-table.ts';
import { packChanges } from './pack-changes.ts';
import { toCsv } from './to-text.ts';

const before = rentedNumber({ number_sid: 'c', number: '441', name: null, msg_method: 'GET' });
const set = createRowSet([
  rentedNumber({ number_sid: 'a', number: '440', name: 'New desk', type: 'mobile' }),
  { ...before, name: 'Desk', msg_method: 'POST' },
  rentedNumber({ number_sid: 'g', number: '442', name: 'Left', type: 'local' }),
]);
const kinds = { a: 'added', c: 'changed', g: 'gone' } as const;

const csv = async (positions: number[], columns: Parameters<typeof packChanges>[2]) => {
  const packed = await packChanges(set, Uint32Array.from(positions), columns, {
    kindOf: (sid) => kinds[sid as keyof typeof kinds],
    days: { from: '2026-11-25T03:17:00.000Z', to: '2026-11-26T03:17:00.000Z' },
    beforeOf: (sid) => (sid === 'c' ? before : undefined),
    changedFields: ['name', 'msg_method'],
  });
  return [...toCsv(unpackTable(packed))].join('').trim().split('\r\n');
};

test('differences are rows: what became of the number, what changed, old before new', async () => {
  const days = '2026-11-25T03:17:00.000Z,2026-11-26T03:17:00.000Z';
  expect(await csv([1, 0, 2], ['number', 'name', 'type'])).toEqual([
    'change,from,to,changed_fields,number,name_before,name,type,msg_method_before,msg_method',
    `changed,${days},name msg_method,441,,Desk,local,GET,POST`,
    `added,${days},,440,,New desk,mobile,,GET`,
    `gone,${days},,442,,Left,local,,GET`,
  ]);
});

test('without a changed number there are no columns for what changed', async () => {
  const days = '2026-11-25T03:17:00.000Z,2026-11-26T03:17:00.000Z';
  expect(await csv([0, 2], ['number', 'name'])).toEqual([
    'change,from,to,number,name',
    `added,${days},440,New desk`,
    `gone,${days},442,Left`,
  ]);
});

test('a field that is as before has no old value, and numbers may be written for copying', async () => {
  const old = { ...before, name: 'Desk' };
  const packed = await packChanges(
    createRowSet([{ ...old, msg_method: 'POST' }]),
    Uint32Array.of(0),
    ['number', 'name'],
    {
      kindOf: () => 'changed',
      days: null,
      beforeOf: () => old,
      changedFields: ['name', 'msg_method'],
    },
    ({ number }) => `+${number}`,
  );
  expect([...toCsv(unpackTable(packed))].join('')).toBe(
    'change,from,to,changed_fields,number,name_before,name,msg_method_before,msg_method\r\n' +
      'changed,,,msg_method,+441,,Desk,GET,POST\r\n',
  );
});
