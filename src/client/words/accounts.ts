import { isolate } from '../lib/format.ts';

/** Texts about accounts, where there are several. */
export const account = 'Account';
export const accounts = 'Accounts';
export const accountNow = (name: string) => `Account: ${isolate(name)}`;
export const switchAccount = 'Switch account';
export const nowShown = (name: string) => `Now showing ${isolate(name)}`;
export const title = (name: string, product: string) => `${isolate(name)} · ${product}`;

export const gone = (id: string) => `Account “${isolate(id)}” is not available.`;
export const goneDetail = (now: string) =>
  `It was removed, or you may not read it. Now showing ${isolate(now)}.`;
export const findEverywhere = 'Find in all accounts';
