import type { NumberRule } from '../rule.ts';

/** A number that can neither be called nor be written to. */
export const noCapability: NumberRule = {
  id: 'no-capability',
  level: 'warning',
  title: 'Neither voice nor messaging',
  check({ voice, messaging }) {
    if (voice || messaging) return [];
    const message =
      'The number is rented but cannot be used: both voice and messaging are off for it.';
    return [{ field: 'voice', message }];
  },
};
