import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { trunkWithoutEndpoint } from './trunk-without-endpoint.ts';

const check = (mode: string | null, endpoint_sid: string | null) =>
  trunkWithoutEndpoint.check(soundRow({ mode, endpoint_sid }), context);

test.each([null, ''])('end_point mode with the endpoint %j', (endpoint_sid) => {
  expect(check('end_point', endpoint_sid)).toEqual([
    { field: 'endpoint_sid', message: expect.stringMatching(/^Calls have nowhere to go/) },
  ]);
});

test.each([
  ['end_point', 'end1'],
  ['xml', null],
  ['sip_phone', ''],
  [null, null],
])('%s mode with %j gives no finding', (mode, endpoint_sid) => {
  expect(check(mode, endpoint_sid)).toEqual([]);
});
