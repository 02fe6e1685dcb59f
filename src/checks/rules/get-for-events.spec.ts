import { expect, test } from 'vitest';
import { context, documentedRow, soundRow } from '../test-row.ts';
import { getForEvents } from './get-for-events.ts';

test.each(['GET', 'get'])('%s with a message controller', (msg_method) => {
  const remarks = getForEvents.check(soundRow({ msg_method }), context);
  expect(remarks).toEqual([
    { field: 'msg_method', message: expect.stringMatching(/^Message events are sent with GET/) },
  ]);
  expect(getForEvents.check(documentedRow, context)).toEqual(remarks);
});

test.each([
  { msg_method: 'POST' },
  { msg_method: null },
  { msg_method: 'GET', msg_controller: '' },
  { call_method: 'GET' },
])('%j gives no finding', (changes) => {
  expect(getForEvents.check(soundRow(changes), context)).toEqual([]);
});
