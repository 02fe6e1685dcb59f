import { formatCount, formatPlural, isolate } from '../../lib/format.ts';

/** Texts of finding a number in all accounts. */
export const wholeNumber = 'Whole number with its country code';
export const findNumber = (number: string, accounts: string) =>
  `Find ${isolate(`+${number}`)} in ${accounts}`;
export const findAgain = (number: string) => `Find ${isolate(`+${number}`)} again`;
export const allAccounts = (count: number) => `all ${formatPlural(count, 'account')}`;
export const exactOnly =
  'Finds one whole number, exactly as rented. Parts of numbers and names are not searched.';
export const notWhole = 'Type a whole number with its country code: 4 to 15 digits.';

export const groups = {
  find: 'Find',
  found: 'Found',
  unanswered: 'Not answered',
};

export const retry = (account: string) => `Ask ${isolate(account)} again`;
export const askingAgain = (account: string) => `Asking ${isolate(account)} again…`;

const matches = (count: number) =>
  count === 0 ? 'no match' : formatPlural(count, 'match', 'matches');
const accountsOf = (count: number) => formatPlural(count, 'account');

export const asking = 'Asking the accounts…';
export const asked = (answered: number, accounts: number, found: number) =>
  `${formatCount(answered)} of ${accountsOf(accounts)} answered · ${matches(found)}${found === 0 ? ' yet' : ''}`;
export const allAnswered = (accounts: number, found: number) =>
  `All ${accountsOf(accounts)} answered · ${matches(found)}`;
export const someUnanswered = (answered: number, accounts: number, found: number) =>
  `${formatCount(answered)} of ${accountsOf(accounts)} answered · ${matches(found)} in them`;
export const stopped = (why: string) => `${why}. Not every account has answered.`;
