import type { NumberRule } from '../rule.ts';

/** A change that is older than the rental. */
export const updatedBeforeCreated: NumberRule = {
  id: 'updated-before-created',
  level: 'warning',
  title: 'Updated before it was rented',
  remedy: 'Do not rely on these dates. Ask Apifonica for the correct dates if you need them.',
  check({ created, updated }) {
    // The comparison is false for an unreadable date.
    if (!(Date.parse(updated ?? '') < Date.parse(created ?? ''))) return [];
    const message = 'The dates of this number are unreliable: it was updated before it was rented.';
    return [{ field: 'updated', message }];
  },
};
