import { type Context, Hono } from 'hono';
import type { DataSource } from '#contract/data-source.ts';
import { roleMay } from '#contract/role.ts';
import { type Session, type SignInWays, signInSchema } from '#contract/session.ts';
import { type Account, accountGone } from '../accounts/account.ts';
import { namedAccount, readableAccounts, refusedAccount } from '../accounts/account-of.ts';
import type { Accounts } from '../accounts/registry.ts';
import type { AppEnv } from '../app-env.ts';
import type { SignInGate } from '../guard/sign-in.ts';
import { roleFor } from '../people/role-for.ts';
import { readBody } from '../read-body.ts';

/** `GET /api/sign-in`: how a session can be opened, for a page that has none. */
export const signInWaysRoute = (ways: SignInWays) =>
  new Hono<AppEnv>().get('/', (c) => c.json(ways));

interface SessionDeps {
  accounts: Accounts;
  signIn: SignInGate | null;
  source: DataSource;
  allowTokenReveal: boolean;
  /** Whether people sign in as themselves; else all share the password. */
  hasCompany: boolean;
  /** Whether snapshots are kept. */
  hasHistory: boolean;
}

const refOf = ({ id, name }: Account) => ({ id, name });

/**
 * `GET /api/session?account`: the account that the page shows, and what the page may do. `POST`
 * signs in by password, `DELETE` signs out. Without a sign-in everybody on this machine is signed in
 * already.
 */
export function sessionRoute(deps: SessionDeps) {
  const { accounts, signIn, source, allowTokenReveal, hasCompany, hasHistory } = deps;
  const readable = (c: Context<AppEnv>) => readableAccounts(c, { accounts, signIn });

  function answer(c: Context<AppEnv>, readable: readonly Account[], account = readable[0]) {
    if (account === undefined) throw accountGone();
    const { person = null } = c.var;
    // The account is readable, so the person has a role for it.
    const role = roleFor(person, account) ?? 'viewer';
    return c.json({
      account: refOf(account),
      accounts: readable.map(refOf),
      account_sid: account.accountSid,
      person: hasCompany && person ? { name: person.name, role } : null,
      source,
      has_sign_in: signIn !== null,
      can_reveal_tokens: allowTokenReveal && roleMay(role, 'revealToken'),
      has_history: hasHistory,
    } satisfies Session);
  }

  const route = new Hono<AppEnv>().get('/', async (c) => {
    const id = namedAccount(c);
    const all = await readable(c);
    const named = all.find((account) => account.id === id);
    if (id !== undefined && named === undefined) throw refusedAccount(c, id);
    return answer(c, all, named);
  });
  if (signIn === null) return route;
  route.delete('/', async (c) => {
    await signIn.leave(c);
    return c.body(null, 204);
  });
  if (!signIn.hasPassword) return route;
  return route.post('/', async (c) => {
    const { password } = await readBody(c, signInSchema);
    await signIn.enter(c, password);
    return answer(c, await readable(c));
  });
}
