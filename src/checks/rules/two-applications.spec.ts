import { expect, test } from 'vitest';
import { context, documentedRow, soundRow } from '../test-row.ts';
import { twoApplications } from './two-applications.ts';

test.each([
  ['app1', 'app2', 1],
  ['app1', 'app1', 1],
  ['app1', 'default_msg_app_sid', 0],
  ['default_call_app_sid', 'app2', 0],
  ['app1', null, 0],
  ['', 'app2', 0],
  ['default_call_app_sid', 'default_msg_app_sid', 0],
])('%s and %s: %i', (call_app_sid, msg_app_sid, count) => {
  const remarks = twoApplications.check(soundRow({ call_app_sid, msg_app_sid }), context);
  expect(remarks.map(({ field }) => field)).toEqual(Array(count).fill('msg_app_sid'));
});

test('the documented row, with a placeholder as one application, gives no finding', () => {
  expect(twoApplications.check(documentedRow, context)).toEqual([]);
});
