import type { Logger } from 'pino';
import type { Snapshot } from '#contract/history.ts';
import type { Account } from '../../accounts/account.ts';
import { digestOf } from '../../shared/keys.ts';
import type { Leases } from '../../shared/leases.ts';
import { keeperFiles } from '../runs/keeper-files.ts';
import { newestKept } from '../runs/next-run.ts';
import { perAccount } from '../runs/per-account.ts';
import type { Schedule } from '../runs/schedule.ts';
import type { HistoryFolder } from '../store/history.ts';
import { createAlarms } from './alarm.ts';
import { changesNotices, type Notice, type pageBelow, toldWithinMs } from './notice.ts';
import type { Teller } from './tell.ts';

/** Longer than a few notices take that nobody answers. */
const leaseMs = 120_000;
/** Notices remembered as taken: more than there can be in 24 hours of one account. */
const mostRemembered = 2000;

/** What is known of the snapshots of an account, for metrics. */
export interface SnapshotFacts {
  account: string;
  /** Milliseconds since 1970. */
  lastSuccess: number;
  numbers: number;
}

interface WatchDeps {
  folder: HistoryFolder;
  path: string;
  accounts: () => readonly Account[];
  leases: Leases;
  scheduleOf: (account: Account) => Schedule | null;
  teller: Teller;
  pageOf: ReturnType<typeof pageBelow>;
  logger: Logger;
  now: () => number;
}

/**
 * Looks at the kept snapshots, whoever took them: reads what the metrics say, raises the alarm where
 * no snapshot was taken for two periods of the schedule, and tells of changes. The snapshots
 * themselves say what there is to tell, so a process killed behind a commit loses no notice.
 */
export function createWatch(deps: WatchDeps) {
  const { folder, path, accounts, leases, scheduleOf, teller, pageOf, logger, now } = deps;
  const alarms = createAlarms({ path, isOn: teller.isOn, pageOf, logger, now });
  let facts: SnapshotFacts[] = [];

  async function tell(account: Account, notices: readonly Notice[]): Promise<number | null> {
    if (notices.length === 0 || !teller.isOn()) return null;
    const files = keeperFiles(path, account.accountSid);
    const { ids: told } = await files.told();
    if (notices.every(({ id }) => told.includes(id))) return null;
    const lease = await leases.take(`notices-${digestOf(account.accountSid)}`, leaseMs);
    if (lease === null) return now() + leaseMs;
    try {
      const ids = [...(await files.told()).ids];
      return await teller.tell(notices, {
        has: (id) => ids.includes(id),
        async add(id) {
          ids.push(id);
          await files.writeTold({ ids: ids.slice(-mostRemembered) });
        },
      });
    } finally {
      await lease.release().catch(() => {});
    }
  }

  /** What is known of an account: of one whose history cannot be read now, what was read before. */
  function factsOf({ id }: Account, snapshots: readonly Snapshot[] | null): SnapshotFacts | null {
    if (snapshots === null) return facts.find(({ account }) => account === id) ?? null;
    const newest = newestKept(snapshots);
    if (newest === undefined) return null;
    return { account: id, lastSuccess: Date.parse(newest.asOf), numbers: newest.total };
  }

  /** The moment of the last snapshot, or from which one is awaited. */
  async function lastOf(
    account: Account,
    snapshots: readonly Snapshot[] | null,
    known: SnapshotFacts | null,
  ): Promise<number | null> {
    if (known !== null) return known.lastSuccess;
    if (snapshots === null) return alarms.sinceUnread(account);
    const runs = await keeperFiles(path, account.accountSid).runs();
    return runs && Date.parse(runs.since);
  }

  /** @returns when there is more to tell; null when nothing is left. */
  async function look(
    account: Account,
    snapshots: readonly Snapshot[] | null,
    known: SnapshotFacts | null,
  ): Promise<number | null> {
    const schedule = scheduleOf(account);
    const last = await lastOf(account, snapshots, known);
    const alarm = schedule && last !== null ? await alarms.of(account, last, schedule) : null;
    const changes = changesNotices(account, snapshots ?? [], pageOf);
    const notices = alarm === null ? changes : [...changes, alarm];
    return tell(
      account,
      notices.filter(({ at }) => now() - at < toldWithinMs),
    );
  }

  return {
    facts: () => facts,
    /** @returns milliseconds until there is more to do. */
    async pass(): Promise<number> {
      const all = accounts();
      let waitMs = Number.POSITIVE_INFINITY;
      const seen: SnapshotFacts[] = [];
      for (const account of all) {
        const history = folder.account(account.accountSid);
        const snapshots = await perAccount(logger, account, () => history.snapshots());
        const known = factsOf(account, snapshots);
        if (known !== null) seen.push(known);
        const nextAt = await perAccount(logger, account, () => look(account, snapshots, known));
        if (nextAt !== null) waitMs = Math.min(waitMs, nextAt - now());
      }
      facts = seen;
      return waitMs;
    },
  };
}
