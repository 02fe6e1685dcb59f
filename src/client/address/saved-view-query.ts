import type { Address } from './address.ts';
import { addressNames, readAddress, writeAddress } from './query-string.ts';

/** Parts of an address that a saved view does not keep. */
const apart: readonly string[] = [
  'snapshot',
  'open',
  'from',
  'to',
  'view',
  'columns',
  'density',
  'dialog',
] satisfies (keyof Address)[];

const withoutApart = (address: Partial<Address>): Partial<Address> =>
  Object.fromEntries(Object.entries(address).filter(([name]) => !apart.includes(name)));

/** The account, filters, search and sort of an address, always in the same order and spelling. */
export const viewQuery = (address: Partial<Address>): string =>
  writeAddress(withoutApart(address)).slice(1);

/**
 * The values of a view's query, null for those that are absent, and the parts that cannot be read, as
 * they are written.
 */
export function readViewQuery(query: string): { change: Partial<Address>; dropped: string[] } {
  const { values, refused } = readAddress(query);
  const known: readonly string[] = addressNames.filter((name) => !apart.includes(name));
  const strange = [...new URLSearchParams(query)].filter(([name]) => !known.includes(name));
  const unread = refused.filter(([name]) => known.includes(name));
  const dropped = [...unread, ...strange].map(([name, text]) => `${name}=${text}`);
  return { change: withoutApart(values), dropped };
}
