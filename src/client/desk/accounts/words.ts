import { formatPlural, isolate } from '../../lib/format.ts';

/** Texts of the choice of an account. */
export const goTo = (name: string) => `Go to account ${isolate(name)}`;
export const nameOrId = 'Name or id of an account';
export const searchAccounts = 'Search accounts by name or id';
export const noSuchAccount = 'No matching account.';
export const accounts = (count: number) => formatPlural(count, 'account');
export const matching = (count: string, all: string) => `${count} of ${all} match`;
export const alsoSwitch = 'change account';
export const alsoFind = 'look up number everywhere which account';
