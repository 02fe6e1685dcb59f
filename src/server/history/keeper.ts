import type { Logger } from 'pino';
import type { History, Snapshot } from '#contract/history.ts';
import { type Account, onlyAccountId } from '../accounts/account.ts';
import type { Accounts } from '../accounts/registry.ts';
import { ProblemError } from '../problem-error.ts';
import type { OutboundProxy } from '../read-proxy.ts';
import type { Leases } from '../shared/leases.ts';
import type { HistorySettings } from './history-settings.ts';
import { pageBelow } from './notices/notice.ts';
import { createTeller } from './notices/tell.ts';
import { createWatch, type SnapshotFacts } from './notices/watch.ts';
import { createWebhook } from './notices/webhook.ts';
import type { PastDay } from './runs/fill-history.ts';
import { perAccount } from './runs/per-account.ts';
import { delayed, minuteOf, readSchedule } from './runs/schedule.ts';
import { repeat, runWhatIsDue } from './runs/scheduled-runs.ts';
import { createSnapshots, type Taking } from './runs/snapshots.ts';
import type { AccountHistory, HistoryFolder } from './store/history.ts';

/** A snapshot younger than this may answer for the list of now. */
const youngMs = 15 * 60_000;

/** The history as requests use it. */
export interface HistoryKeeper {
  /** The answer of `GET /api/history`. */
  read(account: Account): Promise<History>;
  /**
   * Takes a snapshot now; goes on when who asked has left.
   * @throws ProblemError `snapshot_under_way` while one is being taken, or why there is none.
   */
  take(account: Account, taking: Taking): Promise<Snapshot>;
  /** The kept lists of an account. */
  kept(account: Account): AccountHistory;
  /** The newest snapshot if it is younger than 15 minutes; null otherwise. */
  young(account: Account): Promise<Snapshot | null>;
}

/** The history of a server, which also takes snapshots by itself and tells of changes. */
export interface OwnHistoryKeeper extends HistoryKeeper {
  /** What is known of the snapshots, for metrics. */
  facts(): readonly SnapshotFacts[];
  /** Uses another address, secret or proxy for notices from now on. */
  changeNotices(notify: HistorySettings['notify'], proxy: OutboundProxy | null): void;
  close(): Promise<void>;
}

interface KeeperDeps {
  settings: HistorySettings & { folder: string };
  folder: HistoryFolder;
  accounts: Accounts;
  /** The invented days of an account, which are kept first; null without such. */
  pastDays?: ((accountSid: string) => Iterable<PastDay>) | null;
  leases: Leases;
  /** The proxy on the way out, for notices; null without one. */
  proxy: OutboundProxy | null;
  publicOrigin: URL | null;
  stopping: AbortSignal;
  logger: Logger;
  /** Numbers that a snapshot did not find any more. */
  onGone: (count: number) => void;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** Keeps the history of all accounts, from now until it is closed. */
export function createKeeper(deps: KeeperDeps): OwnHistoryKeeper {
  const { settings, folder, accounts, leases, logger, onGone, now = Date.now } = deps;
  const { pastDays = null } = deps;
  const closing = new AbortController();
  const stopping = AbortSignal.any([deps.stopping, closing.signal]);
  const read =
    settings.schedule === null ? null : readSchedule(settings.schedule, settings.timeZone);
  const schedule = read && 'schedule' in read ? read.schedule : null;
  const scheduleOf = ({ id }: Account) =>
    schedule && delayed(schedule, id === onlyAccountId ? 0 : minuteOf(id) * 60_000);
  let webhook = settings.notify && createWebhook(settings.notify, deps.proxy);

  const snapshots = createSnapshots({
    ...{ folder, path: settings.folder, accounts, leases, scheduleOf, stopping, logger, now },
    onKept(_, { status, gone }) {
      if (status === 'kept') onGone(gone);
      runs.wake();
      watching.wake();
    },
  });
  const watch = createWatch({
    ...{ folder, path: settings.folder, leases, scheduleOf, logger, now },
    accounts: accounts.all,
    teller: createTeller({ receiver: () => webhook, log: logger, now }),
    pageOf: pageBelow(deps.publicOrigin),
  });

  async function fill() {
    if (pastDays === null) return;
    for (const account of accounts.all()) {
      const days = pastDays(account.accountSid);
      await perAccount(logger, account, () => snapshots.fill(account, days));
    }
  }
  const filled = fill();
  const runs = repeat(async () => {
    await filled;
    return runWhatIsDue({ accounts: accounts.all, snapshots, stopping, logger, now });
  }, logger);
  const watching = repeat(async () => {
    await filled;
    return watch.pass();
  }, logger);

  return {
    read: snapshots.read,
    take: snapshots.take,
    kept: ({ accountSid }) => folder.account(accountSid),
    facts: watch.facts,

    async young({ accountSid }) {
      // A newer list that is not confirmed may be the truth.
      const [newest] = await folder.account(accountSid).snapshots();
      if (newest?.status !== 'kept') return null;
      const ageMs = now() - Date.parse(newest.asOf);
      return ageMs >= 0 && ageMs < youngMs ? newest : null;
    },

    changeNotices(notify, proxy) {
      void webhook?.close();
      webhook = notify && createWebhook(notify, proxy);
      watching.wake();
    },

    async close() {
      closing.abort(new ProblemError('busy', 'The dashboard server is stopping.'));
      await Promise.all([runs.close(), watching.close()]);
      await webhook?.close();
      await folder.close();
    },
  };
}
