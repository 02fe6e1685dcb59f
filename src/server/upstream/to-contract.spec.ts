import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { rentedNumberSchema } from '#contract/number.ts';
import { documentedRow } from '#sandbox/stand-in/documented-row.ts';
import { toContract } from './to-contract.ts';
import { readWireNumber, type WireNumber } from './wire.ts';

const secret = 'the-sip-secret';
const contractKeys = Object.keys(rentedNumberSchema.entries).toSorted();
const parsed = (changes: Record<string, unknown> = {}): WireNumber =>
  // The documented row is valid, also with the changes of these specs.
  readWireNumber(documentedRow(changes), { rows: new Set(), values: [] })!;

test('S15 only the fields of the contract leave the server, and the token never does', () => {
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
      // Extra fields go past the wire schema on purpose: the allow-list must hold by itself.
      const number = toContract({ ...extra, ...parsed({ token: secret }) });
      expect(Object.keys(number).toSorted()).toEqual(contractKeys);
      expect(JSON.stringify(number)).not.toContain(secret);
      expect(v.is(rentedNumberSchema, number)).toBe(true);
      expect(toContract(parsed({ ...extra, token: secret }))).toEqual(number);
    }),
  );
});

test('every other field is kept as it was sent, dates as ISO 8601', () => {
  const { token: _, ...sent } = documentedRow({ name: 'Desk' });
  expect(toContract(parsed({ name: 'Desk' }))).toEqual({
    ...sent,
    number_e164: '447480600503',
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
  ['447480600503', 'GB', '447480600503', '+44 7480 600503'],
  ['+447480600503', 'GB', '447480600503', '+44 7480 600503'],
  ['+44 (0)7480 600503', 'GB', '447480600503', '+44 7480 600503'],
  ['4407480600503', 'GB', '447480600503', '+44 7480 600503'],
  ['07480 600503', 'GB', '447480600503', '+44 7480 600503'],
  ['7480600503', 'GB', '447480600503', '+44 7480 600503'],
  ['3726001234', 'GB', '3726001234', '+372 600 1234'],
  ['0612345678', 'IT', '390612345678', '+39 06 1234 5678'],
  ['5215512345678', 'MX', '525512345678', '+52 55 1234 5678'],
  ['883510012345', 'international', '883510012345', '+883 510 012 345'],
  ['81312345678', 'JP', '81312345678', '+81 3 1234 5678'],
  ['80012345678', 'international', '80012345678', '+800 1234 5678'],
  ['999000111', 'ZZ', null, '999000111'],
  ['12345', 'GB', null, '12345'],
  ['+12345', 'GB', null, '+12345'],
  ['431234', 'GB', null, '431234'],
  ['4474806005031', 'GB', null, '4474806005031'],
  ['sip:desk@example', 'GB', null, 'sip:desk@example'],
])(
  'W6 number %s of %s is %s, displayed as %s',
  (number, country_code, number_e164, number_display) => {
    const row = toContract(parsed({ number, country_code }));
    expect(row).toMatchObject({ number, number_e164, number_display });
  },
);
