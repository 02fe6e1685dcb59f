import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { History, Snapshot } from '#contract/history.ts';
import type { InventoryQuery } from '#contract/query.ts';
import type { Account } from '../../accounts/account.ts';
import type { Accounts } from '../../accounts/registry.ts';
import { ProblemError } from '../../problem-error.ts';
import { digestOf } from '../../shared/keys.ts';
import type { Leases } from '../../shared/leases.ts';
import { unwritable } from '../files/broken.ts';
import type { HistoryFolder } from '../store/history.ts';
import { fillHistory, type PastDay } from './fill-history.ts';
import { type HeldLease, holdLease } from './hold-lease.ts';
import { removeRemains } from './keeper-files.ts';
import { nextRun, type PastRuns, scheduleBase } from './next-run.ts';
import { createRunNotes } from './run-notes.ts';
import type { Schedule } from './schedule.ts';
import { takeSnapshot } from './take-snapshot.ts';

const retryAfterMs = 5000;
/** A list is confirmed by the next one as a rule; more unconfirmed lists in a row are worth a warning. */
const mostQuietly = 2;
const wholeList: InventoryQuery = { selection: {}, after: null, checkpoint: null, fresh: true };

interface SnapshotsDeps {
  folder: HistoryFolder;
  /** The path of the folder. */
  path: string;
  accounts: Pick<Accounts, 'upstreamOf' | 'endOf'>;
  leases: Leases;
  /** The schedule of an account; null without one. */
  scheduleOf: (account: Account) => Schedule | null;
  /** Aborted with a ProblemError when the server stops. */
  stopping: AbortSignal;
  logger: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A list was kept, as a snapshot or unconfirmed. */
  onKept: (account: Account, snapshot: Snapshot) => void;
}

/** Who takes a snapshot: a person's request, or the schedule. */
export interface Taking {
  log: Logger;
  requestId: string;
}

const underWay = () =>
  new ProblemError('snapshot_under_way', 'A snapshot of this account is being taken already.', {
    retryAfterMs,
  });

/** Why there is no snapshot, in the words that the page shows; of an unforeseen error, its place. */
function logFailure(log: Logger, { code, message, reason, cause }: ProblemError): void {
  const why =
    code === 'internal' && cause instanceof Error ? { stack: cause.stack } : { detail: message };
  log.warn({ code, ...(reason !== undefined && { cause: reason }), ...why }, 'no snapshot');
}

/** Takes snapshots of accounts, one at a time of each, whichever server asks. */
export function createSnapshots(deps: SnapshotsDeps) {
  const { folder, path, accounts, leases, scheduleOf, stopping, logger, now, onKept } = deps;
  const notes = createRunNotes(path, now);
  const leaseOf = ({ accountSid }: Account) => `snapshot-${digestOf(accountSid)}`;

  async function pastOf(account: Account): Promise<PastRuns> {
    const { since, failed, unconfirmed } = await notes.of(account);
    return {
      snapshots: await folder.account(account.accountSid).snapshots(),
      since: Date.parse(since),
      failed: failed && { at: Date.parse(failed.at), tries: failed.tries },
      unconfirmed,
    };
  }

  /** When the next walk of an account is due; null when nothing is to come. */
  async function dueAt(account: Account): Promise<number | null> {
    const past = await pastOf(account);
    const schedule = scheduleOf(account);
    if (schedule !== null && scheduleBase(past, schedule, now()) === null) {
      await notes.seenNow(account);
    }
    return nextRun(past, schedule, now());
  }

  async function takeHeld(account: Account, held: HeldLease, { log, requestId }: Taking) {
    const ended = AbortSignal.any([stopping, accounts.endOf(account)]);
    const signal = AbortSignal.any([ended, held.lost]);
    const started = performance.now();
    try {
      signal.throwIfAborted();
      const walk = accounts.upstreamOf(account).walk(wholeList, { signal, log, isQuiet: true });
      const history = folder.account(account.accountSid);
      const taken = await takeSnapshot(history, walk, signal);
      const { asOf: _, ...facts } = taken;
      const unconfirmed = await notes.walked(account, taken.status);
      const level = unconfirmed > mostQuietly ? 'warn' : 'info';
      log[level]({ ...facts, ms: Math.round(performance.now() - started) }, 'snapshot');
      onKept(account, taken);
      return taken;
    } catch (cause) {
      const error = cause instanceof ProblemError ? cause : ProblemError.unexpected(cause);
      logFailure(log, error);
      // A server that stops, and one that was slower, have not failed.
      if (ended.aborted || error.code === 'snapshot_under_way') throw error;
      await notes.failed(account, error, requestId);
      throw error;
    }
  }

  /** Takes the turn of an account; null while another has it. */
  async function takeTurn(account: Account, { log, requestId }: Taking): Promise<HeldLease | null> {
    try {
      const held = await holdLease(leases, leaseOf(account));
      // What cannot be removed now is removed by a later holder.
      if (held !== null) await removeRemains(path).catch(() => {});
      return held;
    } catch (cause) {
      const error = unwritable('.keeper', cause);
      logFailure(log, error);
      if (error.code === 'history_broken') await notes.failed(account, error, requestId);
      throw error;
    }
  }

  return {
    dueAt,

    /**
     * Takes a snapshot now.
     * @throws ProblemError `snapshot_under_way` while one is being taken, `history_broken`, or why
     * the walk failed. Nothing is kept then.
     */
    async take(account: Account, taking: Taking): Promise<Snapshot> {
      const held = await takeTurn(account, taking);
      if (held === null) throw underWay();
      try {
        return await takeHeld(account, held, taking);
      } finally {
        await held.release();
      }
    },

    /** Keeps days gone by, of an account without snapshots. */
    async fill(account: Account, days: Iterable<PastDay>): Promise<void> {
      const held = await holdLease(leases, leaseOf(account));
      if (held === null) return;
      const started = performance.now();
      try {
        const signal = AbortSignal.any([stopping, held.lost]);
        const count = await fillHistory(folder.account(account.accountSid), days, signal);
        const ms = Math.round(performance.now() - started);
        logger.info({ account: account.id, days: count, ms }, 'days gone by are kept');
      } finally {
        await held.release();
      }
    },

    /**
     * Takes the snapshot that is due, unless another server does or has done so. A failed walk is
     * noted and logged.
     */
    async takeDue(account: Account): Promise<void> {
      const requestId = randomUUID();
      const log = logger.child({ account: account.id, requestId });
      const held = await takeTurn(account, { log, requestId });
      if (held === null) return;
      try {
        const due = await dueAt(account);
        if (due === null || due > now()) return;
        await takeHeld(account, held, { log, requestId }).catch(() => {});
      } finally {
        await held.release();
      }
    },

    /** The answer of `GET /api/history`. */
    async read(account: Account): Promise<History> {
      const { failed } = await notes.of(account);
      const past = await pastOf(account);
      const next = nextRun(past, scheduleOf(account), now());
      return {
        snapshots: [...past.snapshots],
        next: next === null ? null : new Date(Math.max(next, now())).toISOString(),
        isTaking: await leases.isHeld(leaseOf(account)).catch(() => false),
        failed: failed && { at: failed.at, problem: failed.problem },
      };
    },
  };
}

export type Snapshots = ReturnType<typeof createSnapshots>;
