import type { Upstream } from '../upstream/upstream.ts';
import { type Account, accountGone } from './account.ts';
import type { AccountInUse } from './account-of.ts';
import type { Accounts } from './registry.ts';

export const mainAccount: Account = {
  id: 'main',
  name: 'Main',
  accountSid: 'acc-test',
  concurrency: 4,
  groups: null,
};

/** For specs: accounts over upstreams of the spec. */
export function testAccounts(
  of: readonly { account: Account; upstream: Upstream; ended?: AbortSignal }[],
): Accounts {
  const entryOf = ({ id }: Account) => {
    const entry = of.find(({ account }) => account.id === id);
    if (entry === undefined) throw accountGone();
    return entry;
  };
  const never = new AbortController().signal;
  return {
    all: () => of.map(({ account }) => account),
    find: (id) => of.find(({ account }) => account.id === id)?.account,
    upstreamOf: (account) => entryOf(account).upstream,
    endOf: (account) => entryOf(account).ended ?? never,
    health: () => [],
  };
}

/** For specs of one route: the account of every request. */
export const inUse = (upstream: Upstream, account = mainAccount): AccountInUse => ({
  account,
  upstream,
  ended: new AbortController().signal,
});

/** For specs: an upstream that answers nothing. */
export const silentUpstream: Upstream = {
  listNumbers: () => Promise.reject(new Error('Not here.')),
  walk: () => {
    throw new Error('Not here.');
  },
  readToken: async () => null,
  close: async () => {},
};
