import type { Behaviour } from '../behaviour.ts';

const REPEATED = 2;

/** Each page after the first begins with the last two rows of the page before: up to 22 rows. */
export function repeatRows(): Behaviour {
  return {
    page: (page, { start, matching }) => ({
      ...page,
      numbers: [...matching(Math.max(0, start - REPEATED), start), ...page.numbers],
    }),
  };
}
