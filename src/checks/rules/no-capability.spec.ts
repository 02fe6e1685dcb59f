import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { noCapability } from './no-capability.ts';

test.each([
  [false, false, 1],
  [true, false, 0],
  [false, true, 0],
  [true, true, 0],
])('voice %s and messaging %s: %i', (voice, messaging, count) => {
  expect(noCapability.check(soundRow({ voice, messaging }), context)).toHaveLength(count);
});
