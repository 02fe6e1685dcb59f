import type { OwnUpstream, Upstream } from '../upstream/upstream.ts';
import { type Account, type AccountSetting, accountGone } from './account.ts';
import {
  type AccountEntry,
  type AccountEntryDeps,
  type AccountHealth,
  createAccountEntry,
} from './account-entry.ts';

/** An upstream without requests for so long is closed; the next request opens another one. */
const usualIdleMs = 15 * 60_000;
const sweepEveryMs = 60_000;

/** The accounts that this process serves. */
export interface Accounts {
  /** In the order of the settings. */
  all(): readonly Account[];
  find(id: string): Account | undefined;
  /**
   * The way to Apifonica for an account, opened on first use.
   * @throws ProblemError `account_gone` when the account was removed.
   */
  upstreamOf(account: Account): Upstream;
  /**
   * Aborted with a ProblemError when long answers of the account have to end: the account was
   * removed, or other people may read it now.
   */
  endOf(account: Account): AbortSignal;
  /** What is known of each account without a request. */
  health(): AccountHealth[];
}

interface Registry extends Accounts {
  /**
   * Takes over other settings.
   * @returns what has changed, without secrets.
   */
  reload(settings: readonly AccountSetting[]): string[];
  /** Calls `act` for every open upstream. */
  forEachOpen(act: (upstream: OwnUpstream) => void): void;
  close(): Promise<void>;
}

interface RegistryOptions extends Omit<AccountEntryDeps, 'retire'> {
  idleMs?: number;
}

/** The accounts of the settings, each with a way to Apifonica of its own. */
export function createRegistry(
  first: readonly AccountSetting[],
  { idleMs = usualIdleMs, ...options }: RegistryOptions,
): Registry {
  /** Upstreams that get no further request, but may have some under way. */
  const retired = new Set<OwnUpstream>();
  const deps: AccountEntryDeps = { ...options, retire: (upstream) => void retired.add(upstream) };
  const newEntry = (setting: AccountSetting) => createAccountEntry(setting, deps);
  const byId = (entry: AccountEntry) => [entry.account().id, entry] as const;
  let entries = new Map(first.map((setting) => byId(newEntry(setting))));
  let accounts = first.map(({ account }) => account);

  function sweep() {
    for (const entry of entries.values()) entry.closeAfter(idleMs);
    for (const upstream of retired) {
      if (upstream.state().inFlight > 0) continue;
      retired.delete(upstream);
      void upstream.close();
    }
  }
  const sweeping = setInterval(sweep, Math.min(sweepEveryMs, idleMs));
  sweeping.unref();

  /** The entry for the settings of one account, and what has changed. */
  function entryFor(setting: AccountSetting): { entry: AccountEntry; changes: string[] } {
    const { id, accountSid } = setting.account;
    const known = entries.get(id);
    if (known === undefined) {
      return { entry: newEntry(setting), changes: [`account ${id} added`] };
    }
    if (known.account().accountSid !== accountSid) {
      known.remove();
      return { entry: newEntry(setting), changes: [`account ${id} replaced`] };
    }
    return { entry: known, changes: known.renew(setting) };
  }

  return {
    all: () => accounts,
    find: (id) => entries.get(id)?.account(),
    endOf: ({ id }) => entries.get(id)?.ended() ?? AbortSignal.abort(accountGone()),
    health: () => [...entries.values()].map((entry) => entry.health()),

    upstreamOf({ id }) {
      const entry = entries.get(id);
      if (entry === undefined) throw accountGone();
      return entry.upstream();
    },

    reload(settings) {
      const renewed = settings.map(entryFor);
      const kept = new Map(renewed.map(({ entry }) => byId(entry)));
      const removed = [...entries].filter(([id]) => !kept.has(id));
      for (const [, entry] of removed) entry.remove();
      entries = kept;
      accounts = settings.map(({ account }) => account);
      return [
        ...renewed.flatMap(({ changes }) => changes),
        ...removed.map(([id]) => `account ${id} removed`),
      ];
    },

    forEachOpen(act) {
      for (const entry of entries.values()) {
        const upstream = entry.opened();
        if (upstream !== null) act(upstream);
      }
    },

    async close() {
      clearInterval(sweeping);
      const open = [...entries.values()].flatMap((entry) => entry.opened() ?? []);
      await Promise.all([...open, ...retired].map((upstream) => upstream.close()));
    },
  };
}
