import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import type { Snapshot } from '#contract/history.ts';
import { mainAccount, testAccounts } from '../accounts/test-accounts.ts';
import { createMemoryLeases } from '../shared/leases.ts';
import { createKeeper } from './keeper.ts';
import type { AccountHistory, HistoryFolder } from './store/history.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const now = Date.parse('2026-11-26T10:00:00Z');
const minute = 60_000;

const snapshot = (ageMs: number, changes: Partial<Snapshot> = {}): Snapshot => ({
  ...{ seq: 3, asOf: new Date(now - ageMs).toISOString(), total: 5, skipped: 0 },
  ...{ added: 0, gone: 0, changed: 0, status: 'kept' },
  ...changes,
});

/** A keeper over these snapshots, without accounts of its own to walk. */
function keeperOver(snapshots: readonly Snapshot[]) {
  const path = mkdtempSync(join(tmpdir(), 'rented-numbers-'));
  closing.push(() => rmSync(path, { recursive: true }));
  const list = { snapshots: async () => [...snapshots] } satisfies Partial<AccountHistory>;
  const folder = {
    // Only the list of snapshots is read here.
    account: () => list as unknown as AccountHistory,
    purge: async () => false,
    close: async () => {},
  } satisfies HistoryFolder;
  const keeper = createKeeper({
    settings: {
      ...{ folder: path, schedule: null, timeZone: 'UTC', keepDays: 400, maxBytes: 0 },
      notify: null,
    },
    ...{ folder, accounts: testAccounts([]), leases: createMemoryLeases(), proxy: null },
    publicOrigin: null,
    stopping: new AbortController().signal,
    logger: pino({ level: 'silent' }),
    onGone: () => {},
    now: () => now,
  });
  closing.push(keeper.close);
  return keeper;
}

test.each<[string, Snapshot[], number | null]>([
  ['no snapshot', [], null],
  ['one of now', [snapshot(0)], 3],
  ['one of almost fifteen minutes', [snapshot(15 * minute - 1)], 3],
  ['one of fifteen minutes', [snapshot(15 * minute)], null],
  ['one of a clock that is ahead', [snapshot(-1)], null],
  [
    'a young one below a list that is not confirmed',
    [snapshot(0, { seq: 4, status: 'unconfirmed' }), snapshot(minute)],
    null,
  ],
])('whether a snapshot may answer for the list of now: %s', async (_, snapshots, seq) => {
  expect((await keeperOver(snapshots).young(mainAccount))?.seq ?? null).toBe(seq);
});
