import type { Behaviour } from '../behaviour.ts';

/** A stand-in for a secret that must never leave a client's allow-list; look for this text. */
export const NESTED_SECRET = 'sandbox-nested-secret';

/** Undocumented fields on the page and its rows, and every seventh number of an unknown type. */
export function addUnknownFields(): Behaviour {
  return {
    // In the inventory rather than on the page, so that `type=shared_cost` finds these rows.
    rows: (rows) =>
      rows.map((row, position) => (position % 7 === 3 ? { ...row, type: 'shared_cost' } : row)),
    page: (page) => ({
      ...page,
      api_version: '2.9-sandbox',
      account: { Token: NESTED_SECRET, plan: { name: 'demo' } },
      numbers: page.numbers.map((row) => ({
        ...row,
        monthly_fee: 1.5,
        tags: ['demo', null],
        provider: { Token: NESTED_SECRET, region: { code: 'eu' } },
      })),
    }),
  };
}

/** Breaks three rows of every page: 3 has no `number_sid`, 7 has `voice: "true"`, 11 no real `created`. */
export function breakRows(): Behaviour {
  return {
    page: (page) => ({
      ...page,
      numbers: page.numbers.map((row, index) => {
        if (index === 3) return { ...row, number_sid: undefined };
        if (index === 7) return { ...row, voice: 'true' };
        if (index === 11) return { ...row, created: 'yesterday' };
        return row;
      }),
    }),
  };
}
