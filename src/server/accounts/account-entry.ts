import { isDeepStrictEqual } from 'node:util';
import type { AdminHealth } from '#contract/admin.ts';
import { problemCodes } from '#contract/problem-kinds.ts';
import { ProblemError } from '../problem-error.ts';
import type { OwnUpstream, Upstream, UpstreamObserver } from '../upstream/upstream.ts';
import type { Walk } from '../upstream/walk.ts';
import { type Account, type AccountSetting, accountGone } from './account.ts';

/** What is known of an account without a request. */
export type AccountHealth = AdminHealth['accounts'][number];

/** What an upstream needs from its entry. */
interface AccountHooks {
  /** The first token that this process knew: the default key of cursors. */
  firstToken: string;
  /** Reads the token again after it was refused. */
  readToken: () => string | null;
  observer: Pick<UpstreamObserver, 'attempted'>;
}

export interface AccountEntryDeps {
  open(setting: AccountSetting, hooks: AccountHooks): OwnUpstream;
  /** The secret in a token file; null when it cannot be read. */
  readToken(file: string): string | null;
  /** Takes an upstream whose last requests end by themselves. */
  retire(upstream: OwnUpstream): void;
}

/** One account of a registry. */
export interface AccountEntry {
  account(): Account;
  /** The open upstream; null without one. */
  opened(): OwnUpstream | null;
  /** The upstream, opened on first use. */
  upstream(): Upstream;
  /** Aborted with a ProblemError when long answers of the account have to end. */
  ended(): AbortSignal;
  health(): AccountHealth;
  /** Lets the upstream go that nobody has used for so long. */
  closeAfter(idleMs: number): void;
  /**
   * Takes over other settings of the same account at Apifonica.
   * @returns what has changed.
   */
  renew(next: AccountSetting): string[];
  /** Ends the long answers of the account, and its upstream. */
  remove(): void;
}

const restart = () => new ProblemError('busy', 'The settings of the account have changed.');

/** Until its first request, an account costs a few hundred bytes. */
export function createAccountEntry(
  first: AccountSetting,
  { open, readToken, retire }: AccountEntryDeps,
): AccountEntry {
  let setting = first;
  let ending = new AbortController();
  let upstream: OwnUpstream | null = null;
  /** Walks under way; one may wait for long without a request of this process. */
  let walks = 0;
  let usedAt = 0;
  let state: Pick<AccountHealth, 'state' | 'problem'> = { state: 'unused', problem: null };

  const use = () => {
    usedAt = performance.now();
  };

  const hooks: AccountHooks = {
    firstToken: first.authToken,
    readToken() {
      const authToken = setting.tokenFile === null ? null : readToken(setting.tokenFile);
      if (authToken !== null) setting = { ...setting, authToken };
      return authToken;
    },
    observer: {
      attempted(outcome) {
        use();
        if (outcome === 'aborted') return;
        const problem = problemCodes.find((code) => code === outcome) ?? null;
        state = { state: problem === null ? 'ok' : 'failing', problem };
      },
    },
  };

  /** The same walk, counted while it is under way. */
  async function* counted(walk: Walk): Walk {
    walks += 1;
    try {
      yield* walk;
    } finally {
      walks -= 1;
      use();
    }
  }

  function openUpstream(): OwnUpstream {
    const opened = open(setting, hooks);
    return { ...opened, walk: (...asking) => counted(opened.walk(...asking)) };
  }

  /** Another way to Apifonica, which keeps a pause that Apifonica asked for. */
  function reopen() {
    const pausedMs = upstream?.state().pausedMs ?? 0;
    letGo(restart());
    if (pausedMs === 0) return;
    upstream = openUpstream();
    upstream.pause(pausedMs);
  }

  function endStreams(reason: ProblemError) {
    ending.abort(reason);
    ending = new AbortController();
  }

  function letGo(reason: ProblemError) {
    endStreams(reason);
    if (upstream !== null) retire(upstream);
    upstream = null;
  }

  return {
    account: () => setting.account,
    opened: () => upstream,
    ended: () => ending.signal,
    remove: () => letGo(accountGone()),

    upstream() {
      upstream ??= openUpstream();
      use();
      return upstream;
    },

    closeAfter(idleMs) {
      if (upstream === null || walks > 0 || performance.now() - usedAt < idleMs) return;
      // A pause that Apifonica asked for is kept until it is over.
      if (upstream.state().pausedMs > 0) return;
      retire(upstream);
      upstream = null;
    },

    renew(next) {
      const [before, after] = [setting.account, next.account];
      const changes: string[] = [];
      if (!isDeepStrictEqual(before, after)) changes.push(`account ${after.id}`);
      if (setting.authToken !== next.authToken) {
        upstream?.changeToken(next.authToken);
        changes.push(`token of account ${after.id}`);
      }
      setting = next;
      if (before.concurrency !== after.concurrency) reopen();
      else if (!isDeepStrictEqual(before.groups, after.groups)) endStreams(restart());
      return changes;
    },

    health() {
      const { id, name, concurrency } = setting.account;
      const now = upstream?.state() ?? { inFlight: 0, limit: concurrency, pausedMs: 0 };
      return {
        account: { id, name },
        ...state,
        requests: now.inFlight,
        limit: now.limit,
        paused_ms: now.pausedMs,
      };
    },
  };
}
