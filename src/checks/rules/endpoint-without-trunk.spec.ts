import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { endpointWithoutTrunk } from './endpoint-without-trunk.ts';

const check = (mode: string | null, endpoint_sid: string | null) =>
  endpointWithoutTrunk.check(soundRow({ mode, endpoint_sid }), context);

test.each([
  ['xml', 'mode is xml'],
  ['sip_phone', 'mode is sip_phone'],
  [null, 'no mode is set'],
  ['', 'no mode is set'],
])('an endpoint in %j mode', (mode, words) => {
  expect(check(mode, 'end1')).toEqual([
    { field: 'mode', message: expect.stringContaining(`gets no calls: ${words}`) },
  ]);
});

test.each([
  ['end_point', 'end1'],
  ['end_point', null],
  ['xml', null],
  ['xml', ''],
])('%s mode with %j gives no finding', (mode, endpoint_sid) => {
  expect(check(mode, endpoint_sid)).toEqual([]);
});
