import type { NumberRule } from '../rule.ts';

/** A number that can neither be called nor be written to. */
export const noCapability: NumberRule = {
  id: 'no-capability',
  level: 'warning',
  title: 'Neither voice nor messaging',
  remedy: 'Ask Apifonica to turn on voice or messaging, or give the number back.',
  check({ voice, messaging }) {
    if (voice || messaging) return [];
    const message = 'The number cannot be used: voice and messaging are both off.';
    return [{ field: 'voice', message }];
  },
};
