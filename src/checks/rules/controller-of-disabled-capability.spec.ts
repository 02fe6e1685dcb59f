import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { controllerOfDisabledCapability } from './controller-of-disabled-capability.ts';

const check = (changes: Parameters<typeof soundRow>[0]) =>
  controllerOfDisabledCapability.check(soundRow(changes), context);

test('a controller whose capability is off is never asked', () => {
  expect(check({ voice: false })).toEqual([
    {
      field: 'call_controller',
      message: 'The call controller is never asked: voice is off for this number.',
    },
  ]);
  expect(check({ messaging: false })).toEqual([
    {
      field: 'msg_controller',
      message: 'The message controller is never asked: messaging is off for this number.',
    },
  ]);
  expect(check({ voice: false, messaging: false, call_controller: 'no url' })).toHaveLength(2);
});

test.each([{}, { voice: false, call_controller: '' }, { messaging: false, msg_controller: null }])(
  '%j gives no finding',
  (changes) => {
    expect(check(changes)).toEqual([]);
  },
);
