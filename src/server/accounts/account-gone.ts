import { ProblemError } from '../problem-error.ts';

/**
 * The answer for an account that is unknown, was removed, or may not be read. All three have the
 * same words, so that nobody learns of an account that others read.
 */
export const accountGone = () =>
  new ProblemError('account_gone', 'The account is not here, or is not for you to see.');
