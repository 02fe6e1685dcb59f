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
