import type { RentedNumber } from '#contract/number.ts';
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

/** Clocks differ a little; a greater difference is a wrong date. */
const toleranceMs = 5 * 60_000;

const dates = [
  ['created', 'rented'],
  ['updated', 'last updated'],
] satisfies [keyof RentedNumber, string][];

/** A rental or a change that has not happened yet. */
export const dateInFuture: NumberRule = {
  id: 'date-in-future',
  level: 'warning',
  title: 'Date in the future',
  remedy:
    'Check the clock of the computer that ran this check. If the clock is right, ask Apifonica for the correct date.',
  check: (row, { now }) =>
    dates.flatMap(([field, done]) => {
      // The comparison is false for an unreadable date.
      if (!(Date.parse(row[field] ?? '') > now + toleranceMs)) return [];
      const message = `This date is unreliable: it says that the number was ${done} in the future.`;
      return [{ field, message }];
    }),
};
