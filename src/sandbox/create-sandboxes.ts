import { Hono } from 'hono';
import { apiError } from './api-error.ts';
import { createSandbox, type SandboxSettings } from './create-sandbox.ts';

/** What one account of several holds. */
export type SandboxAccount = Pick<SandboxSettings, 'accountSid' | 'authToken' | 'numbers' | 'seed'>;

/** What all accounts have in common. */
export type SandboxManner = Pick<SandboxSettings, 'latencyMs' | 'scenario' | 'firstDay'>;

/**
 * Several accounts behind one origin, each a sandbox of its own with its own credentials and its
 * own counters; 404 for an account that does not exist. The numbers of the first account are
 * invented at once, those of another one with its first request.
 *
 * Throws RangeError on an impossible `numbers` of the first account.
 */
export function createSandboxes(accounts: readonly SandboxAccount[], manner: SandboxManner): Hono {
  const bySid = new Map(accounts.map((account) => [account.accountSid, account]));
  const made = new Map<string, Hono>();

  function make(account: SandboxAccount): Hono {
    const sandbox = made.get(account.accountSid) ?? createSandbox({ ...account, ...manner });
    made.set(account.accountSid, sandbox);
    return sandbox;
  }
  const [first] = accounts;
  if (first !== undefined) make(first);

  return new Hono()
    .all('/v2/accounts/:accountSid/numbers', (c) => {
      const account = bySid.get(c.req.param('accountSid'));
      return account === undefined
        ? apiError(404, 'Resource not found')
        : make(account).fetch(c.req.raw);
    })
    .notFound(() => apiError(404, 'Resource not found'));
}
