import type { Address } from './address.ts';
import { writeAddress } from './query-string.ts';

/** The link to this page with another view, search or number, and no details open. */
export const viewHref = (change: Partial<Pick<Address, 'show' | 'q' | 'number'>>): string =>
  location.pathname + writeAddress({ ...change, open: null }, location.search);
