import { ProblemError } from '../problem-error.ts';

/**
 * An account of Apifonica; never its token.
 *
 * - `id`: names the account in addresses and in the log.
 * - `accountSid`: the name of the account at Apifonica.
 * - `concurrency`: requests in flight at once, at the most.
 * - `groups`: the groups of the company's provider whose people are viewers or operators of the
 *   account; null for an account that everybody may read.
 */
export interface Account {
  id: string;
  name: string;
  accountSid: string;
  concurrency: number;
  groups: { viewer: readonly string[]; operator: readonly string[] } | null;
}

/** An account as the settings describe it, with its secret. */
export interface AccountSetting {
  account: Account;
  authToken: string;
  /** The file that holds the token; null for a token in the environment. */
  tokenFile: string | null;
}

/** The id of the account where there is only one: that of the environment, or the sandbox. */
export const onlyAccountId = 'main';

/** RFC 7617: a colon would end the user name; other characters have no place in an identifier. */
export const accountSidPattern = /^[\w-]{1,64}$/;

/**
 * The answer for an account that is unknown, was removed, or may not be read. All three have the
 * same words, so that nobody learns of an account that others read.
 */
export const accountGone = () =>
  new ProblemError('account_gone', 'The account is not here, or is not for you to see.');
