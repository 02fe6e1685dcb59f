import type { Snapshot } from '#contract/history.ts';
import type { Account } from '../accounts/account.ts';
import type { HistoryKeeper } from './keeper.ts';
import type { AccountHistory, Lines } from './store/history.ts';

const snapshot: Snapshot = {
  ...{ seq: 1, asOf: '2016-03-31T08:16:59.000Z', total: 0, skipped: 0 },
  ...{ added: 0, gone: 0, changed: 0, status: 'kept' },
};

const noLines = async function* <T>(counts: T): Lines<T> {
  yield new Uint8Array();
  return counts;
};

const kept: AccountHistory = {
  snapshots: async () => [snapshot],
  begin: () => Promise.reject(new Error('Not here.')),
  list: () => noLines(0),
  changes: () => noLines({ added: 0, gone: 0, changed: 0, passed: 0 }),
  number: async () => ({ since: null, first: null, last: null, changes: [] }),
};

/**
 * For specs of guards: a history of one empty snapshot for every account.
 * @param onAsked called for each request that was let through.
 */
export function testKeeper(onAsked: (account: Account) => void = () => {}): HistoryKeeper {
  const asked = async <T>(account: Account, answer: T) => {
    onAsked(account);
    return answer;
  };
  return {
    read: (account) =>
      asked(account, { snapshots: [snapshot], next: null, isTaking: false, failed: null }),
    take: (account) => asked(account, snapshot),
    kept(account) {
      onAsked(account);
      return kept;
    },
    young: async () => null,
  };
}
