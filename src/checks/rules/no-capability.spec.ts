import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { noCapability } from './no-capability.ts';

test.each([
  [false, false, ['voice']],
  [true, false, []],
  [false, true, []],
  [true, true, []],
])('voice %s and messaging %s: %j', (voice, messaging, fields) => {
  const remarks = noCapability.check(soundRow({ voice, messaging }), context);
  expect(remarks.map(({ field }) => field)).toEqual(fields);
});
