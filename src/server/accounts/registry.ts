import { isDeepStrictEqual } from 'node:util';
import type { AdminHealth } from '#contract/admin.ts';
import { problemCodes } from '#contract/problem.ts';
import { ProblemError } from '../problem-error.ts';
import type { OwnUpstream, Upstream } from '../upstream/client.ts';
import type { UpstreamObserver } from '../upstream/observer.ts';
import type { Walk } from '../upstream/walk.ts';
import type { Account, AccountSetting } from './account.ts';
import { accountGone } from './account-gone.ts';

/** An upstream without requests for so long is closed; the next request opens another one. */
const usualIdleMs = 15 * 60_000;
const sweepEveryMs = 60_000;

type AccountHealth = AdminHealth['accounts'][number];

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

export interface Registry extends Accounts {
  /**
   * Takes over other settings.
   * @returns what has changed, without secrets.
   */
  reload(settings: readonly AccountSetting[]): string[];
  /** Calls `act` for every open upstream. */
  forEachOpen(act: (upstream: OwnUpstream) => void): void;
  close(): Promise<void>;
}

/** What an upstream needs from its registry. */
export interface AccountHooks {
  /** The first token that this process knew: the default key of cursors. */
  firstToken: string;
  /** Reads the token again after it was refused. */
  readToken: () => string | null;
  observer: Pick<UpstreamObserver, 'attempted'>;
}

interface RegistryOptions {
  open(setting: AccountSetting, hooks: AccountHooks): OwnUpstream;
  /** The secret in a token file; null when it cannot be read. */
  readToken(file: string): string | null;
  idleMs?: number;
}

interface Entry {
  setting: AccountSetting;
  firstToken: string;
  ending: AbortController;
  upstream: OwnUpstream | null;
  /** Walks under way; one may wait for long without a request of this process. */
  walks: number;
  /** When a request last used the upstream, by a clock that never goes back. */
  usedAt: number;
  state: Pick<AccountHealth, 'state' | 'problem'>;
}

const newEntry = (setting: AccountSetting): Entry => ({
  setting,
  firstToken: setting.authToken,
  ending: new AbortController(),
  upstream: null,
  walks: 0,
  usedAt: 0,
  state: { state: 'unused', problem: null },
});

/** The same walk, counted while it is under way. */
async function* counted(entry: Entry, walk: Walk): Walk {
  entry.walks += 1;
  try {
    yield* walk;
  } finally {
    entry.walks -= 1;
    entry.usedAt = performance.now();
  }
}

function countingWalks(entry: Entry, upstream: OwnUpstream): OwnUpstream {
  return { ...upstream, walk: (...asking) => counted(entry, upstream.walk(...asking)) };
}

const restart = () => new ProblemError('busy', 'The settings of the account have changed.');

/** The accounts of the settings. An account that nobody asks for costs a few hundred bytes. */
export function createRegistry(
  first: readonly AccountSetting[],
  { open, readToken, idleMs = usualIdleMs }: RegistryOptions,
): Registry {
  const byId = (entry: Entry) => [entry.setting.account.id, entry] as const;
  let entries = new Map(first.map((setting) => byId(newEntry(setting))));
  /** Upstreams of accounts that are gone; their last requests end by themselves. */
  const retired = new Set<OwnUpstream>();

  const isQuiet = (upstream: OwnUpstream) => {
    const { inFlight, pausedMs } = upstream.state();
    return inFlight === 0 && pausedMs === 0;
  };

  /** Closes what nobody uses. A pause that Apifonica asked for is kept until it is over. */
  function sweep() {
    for (const upstream of retired) {
      if (!isQuiet(upstream)) continue;
      retired.delete(upstream);
      void upstream.close();
    }
    for (const entry of entries.values()) {
      const { upstream, usedAt, walks } = entry;
      if (upstream === null || walks > 0 || performance.now() - usedAt < idleMs) continue;
      if (!isQuiet(upstream)) continue;
      entry.upstream = null;
      void upstream.close();
    }
  }
  const sweeping = setInterval(sweep, Math.min(sweepEveryMs, idleMs));
  sweeping.unref();

  /** Ends the long answers of an account, and its upstream. */
  function retire(entry: Entry, reason: ProblemError) {
    endStreams(entry, reason);
    if (entry.upstream !== null) retired.add(entry.upstream);
    entry.upstream = null;
  }

  function endStreams(entry: Entry, reason: ProblemError) {
    entry.ending.abort(reason);
    entry.ending = new AbortController();
  }

  function hooksOf(entry: Entry): AccountHooks {
    return {
      firstToken: entry.firstToken,
      readToken() {
        const { tokenFile } = entry.setting;
        const authToken = tokenFile === null ? null : readToken(tokenFile);
        if (authToken !== null) entry.setting = { ...entry.setting, authToken };
        return authToken;
      },
      observer: {
        attempted(outcome) {
          entry.usedAt = performance.now();
          if (outcome === 'aborted') return;
          const problem = problemCodes.find((code) => code === outcome) ?? null;
          entry.state = { state: problem === null ? 'ok' : 'failing', problem };
        },
      },
    };
  }

  function upstreamOf({ id }: Account): Upstream {
    const entry = entries.get(id);
    if (entry === undefined) throw accountGone();
    entry.upstream ??= countingWalks(entry, open(entry.setting, hooksOf(entry)));
    entry.usedAt = performance.now();
    return entry.upstream;
  }

  /** The entry of an account after other settings, and what has changed in it. */
  function renew(entry: Entry, setting: AccountSetting): { entry: Entry; changes: string[] } {
    const [before, after] = [entry.setting.account, setting.account];
    const { id } = after;
    if (before.accountSid !== after.accountSid) {
      retire(entry, accountGone());
      return { entry: newEntry(setting), changes: [`account ${id} replaced`] };
    }
    const changes: string[] = [];
    if (!isDeepStrictEqual(before, after)) changes.push(`account ${id}`);
    if (before.concurrency !== after.concurrency) retire(entry, restart());
    else if (!isDeepStrictEqual(before.groups, after.groups)) endStreams(entry, restart());
    if (entry.setting.authToken !== setting.authToken) {
      entry.upstream?.changeToken(setting.authToken);
      changes.push(`token of account ${id}`);
    }
    entry.setting = setting;
    return { entry, changes };
  }

  return {
    all: () => [...entries.values()].map(({ setting }) => setting.account),
    find: (id) => entries.get(id)?.setting.account,
    upstreamOf,
    endOf: ({ id }) => entries.get(id)?.ending.signal ?? AbortSignal.abort(accountGone()),

    health: () =>
      [...entries.values()].map(({ setting: { account }, state, upstream }) => {
        const { id, name, concurrency } = account;
        const now = upstream?.state() ?? { inFlight: 0, limit: concurrency, pausedMs: 0 };
        return {
          account: { id, name },
          ...state,
          requests: now.inFlight,
          limit: now.limit,
          paused_ms: now.pausedMs,
        };
      }),

    reload(settings) {
      const changes: string[] = [];
      const next = settings.map((setting) => {
        const known = entries.get(setting.account.id);
        if (known === undefined) {
          changes.push(`account ${setting.account.id} added`);
          return newEntry(setting);
        }
        const renewed = renew(known, setting);
        changes.push(...renewed.changes);
        return renewed.entry;
      });
      const kept = new Map(next.map(byId));
      for (const [id, entry] of entries) {
        if (kept.has(id)) continue;
        retire(entry, accountGone());
        changes.push(`account ${id} removed`);
      }
      entries = kept;
      return changes;
    },

    forEachOpen(act) {
      for (const { upstream } of entries.values()) if (upstream !== null) act(upstream);
    },

    async close() {
      clearInterval(sweeping);
      const open = [...entries.values()].flatMap(({ upstream }) => upstream ?? []);
      await Promise.all([...open, ...retired].map((upstream) => upstream.close()));
    },
  };
}
