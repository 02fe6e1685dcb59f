import type { Address } from './address.ts';

/** What is shown of an address. The checks judge the numbers of now: the history has no filter by them. */
export const shownAddress = (address: Address): Address =>
  address.show === 'history' && address.check !== null ? { ...address, check: null } : address;
