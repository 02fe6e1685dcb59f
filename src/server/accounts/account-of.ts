import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import type { SignInGate } from '../guard/sign-in.ts';
import type { Person } from '../people/person.ts';
import { roleFor } from '../people/role-for.ts';
import { ProblemError } from '../problem-error.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { type Account, accountGone } from './account.ts';
import type { Accounts } from './registry.ts';

const parameter = 'account';

/** The account of a request. */
export interface AccountInUse {
  account: Account;
  upstream: Upstream;
  /** Aborted with a ProblemError when a long answer has to end. */
  ended: AbortSignal;
}

/** What tells which accounts a request may read. */
export interface Readers {
  accounts: Accounts;
  /** null when everybody on this machine is signed in. */
  signIn: Pick<SignInGate, 'personOf'> | null;
}

/** The query of a request without its account, which no list knows. */
export function listQuery(c: Context<AppEnv>): URLSearchParams {
  const { searchParams } = new URL(c.req.url);
  searchParams.delete(parameter);
  return searchParams;
}

/**
 * The account that a request names; undefined without one.
 * @throws ProblemError `invalid_query` when it names several.
 */
export function namedAccount(c: Context<AppEnv>): string | undefined {
  const [id, ...others] = c.req.queries(parameter) ?? [];
  if (others.length === 0) return id;
  throw new ProblemError('invalid_query', `"${parameter}" is given more than once; give it once.`, {
    parameter,
  });
}

/** More than any id of an account has. */
const shownLength = 60;

/**
 * The answer for a named account that the person of the request gets nothing of. The log, which only
 * the operator sees, says what was asked for.
 */
export function refusedAccount(c: Context<AppEnv>, id: string) {
  // Encoded like a path in the log: a text from outside may hold control characters for a terminal.
  const refusedAccount = encodeURIComponent(id).slice(0, shownLength);
  c.set('log', c.var.log.child({ refusedAccount }));
  return accountGone();
}

/**
 * The accounts that the person of a request may read, in the order of the settings.
 * @throws ProblemError `unauthenticated` without a session, where there is a sign-in.
 */
export async function readableAccounts(c: Context<AppEnv>, { accounts, signIn }: Readers) {
  let person: Person | null = null;
  if (signIn !== null) {
    person = await signIn.personOf(c);
    if (person === null) throw new ProblemError('unauthenticated', 'Sign in to see the numbers.');
  }
  return accounts.all().filter((account) => roleFor(person, account) !== null);
}

/**
 * Finds the account of a request: the one that `account` names, or the only one that the person may
 * read. Nothing is asked of an account that the person may not read.
 *
 * @throws ProblemError `account_gone`, or `invalid_query` when the account has to be named.
 */
export const accountOf = (readers: Readers) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const id = namedAccount(c);
    const readable = await readableAccounts(c, readers);
    const [first, ...others] = readable;
    if (id === undefined && others.length > 0) {
      const words =
        'Name the account: "account" must be the id of one, as /api/session lists them.';
      throw new ProblemError('invalid_query', words, { parameter });
    }
    const account = id === undefined ? first : readable.find((one) => one.id === id);
    if (account === undefined) throw id === undefined ? accountGone() : refusedAccount(c, id);
    // The id of the only account would say nothing.
    if (readers.accounts.all().length > 1) {
      c.set('log', c.var.log.child({ account: account.id }));
    }
    c.set('account', {
      account,
      upstream: readers.accounts.upstreamOf(account),
      ended: readers.accounts.endOf(account),
    });
    await next();
  });
