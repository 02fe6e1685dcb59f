import type { Address } from './address.ts';
import { writeAddress } from './query-string.ts';

/** The days that are compared, and what is shown of their differences, belong to the history. */
const noDays = { from: null, to: null, change: null } satisfies Partial<Address>;

/** What an address becomes with another view: no details are open. */
export const viewChange = (show: Address['show']): Partial<Address> => ({
  ...(show !== 'history' && noDays),
  show,
  open: null,
});

/** The link to this page with another view, search or number, and no details open. */
export const viewHref = ({
  show,
  ...change
}: Pick<Address, 'show'> & Partial<Pick<Address, 'q' | 'number'>>): string =>
  location.pathname + writeAddress({ ...change, ...viewChange(show) }, location.search);
