import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { rentedNumberSchema } from '#contract/number.ts';
import { wireRow } from './test-upstream.ts';
import { toContract } from './to-contract.ts';
import { readWireNumber, type WireNumber } from './wire.ts';

const secret = 'the-sip-secret';
const contractKeys = Object.keys(rentedNumberSchema.entries).toSorted();
const parsed = (changes: Record<string, unknown> = {}): WireNumber =>
  // The documented row is whole, and so is what these specs change in it.
  readWireNumber(wireRow(changes), { rows: new Set(), values: [] })!;

test('S15 whatever else a row has, only the contract leaves, and the token never', () => {
  const anyKey = fc.oneof(
    fc.constantFrom('Token', 'sip_token', 'token_', 'auth', 'toString', 'endpoint'),
    fc.string({ minLength: 1 }),
  );
  const anySecret = fc.oneof(
    fc.constant(secret),
    fc.constant([secret]),
    fc.record({ token: fc.constant(secret) }),
    fc.record({ sip: fc.record({ token: fc.constant(secret) }) }),
  );
  const known = parsed();
  const anyExtra = fc.dictionary(
    anyKey.filter((key) => !Object.hasOwn(known, key)),
    anySecret,
  );
  fc.assert(
    fc.property(anyExtra, (extra) => {
      // Past the wire schema on purpose: the allow-list has to hold by itself.
      const number = toContract({ ...extra, ...parsed({ token: secret }) });
      expect(Object.keys(number).toSorted()).toEqual(contractKeys);
      expect(JSON.stringify(number)).not.toContain(secret);
      expect(v.is(rentedNumberSchema, number)).toBe(true);
      expect(toContract(parsed({ ...extra, token: secret }))).toEqual(number);
    }),
  );
});

test('every other field is kept as it was sent, dates as ISO 8601', () => {
  const { token: _, ...sent } = wireRow({ name: 'Desk' });
  expect(toContract(parsed({ name: 'Desk' }))).toEqual({
    ...sent,
    number_display: '+44 7480 600503',
    created: '2016-03-31T11:16:59+03:00',
    updated: '2016-03-31T11:17:21+03:00',
    has_token: false,
  });
});

test.each([
  [null, false],
  ['', false],
  [secret, true],
])('token %j: has_token is %j', (token, has) => {
  expect(toContract(parsed({ token })).has_token).toBe(has);
});

test.each([
  ['447480600503', '+44 7480 600503'],
  ['+447480600503', '+44 7480 600503'],
  ['81312345678', '+81 3 1234 5678'],
  ['80012345678', '+800 1234 5678'],
  ['12345', '12345'],
  ['431234', '431234'],
  ['+12345', '+12345'],
  ['999000111', '999000111'],
  ['4474806005031', '4474806005031'],
  ['sip:desk@example', 'sip:desk@example'],
])('number %s is displayed as %s', (number, display) => {
  expect(toContract(parsed({ number }))).toMatchObject({ number, number_display: display });
});
