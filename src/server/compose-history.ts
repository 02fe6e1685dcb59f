import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Accounts } from './accounts/registry.ts';
import type { Config } from './config.ts';
import type { OwnHistoryKeeper } from './history/keeper.ts';
import type { PastDay } from './history/runs/fill-history.ts';
import type { Metrics } from './metrics.ts';
import type { Shared } from './shared/shared.ts';

/** A new folder that only this user can open, and that is removed when the process exits. */
async function makeTemporaryFolder(): Promise<{ path: string; remove(): void }> {
  const path = await mkdtemp(join(tmpdir(), 'rented-numbers-history-'));
  const remove = () => {
    process.off('exit', remove);
    rmSync(path, { recursive: true, force: true });
  };
  process.on('exit', remove);
  return { path, remove };
}

interface HistorySurroundings {
  accounts: Accounts;
  /** The invented days of an account; null without such. */
  pastDays: ((accountSid: string) => Iterable<PastDay>) | null;
  shared: Shared;
  metrics: Metrics;
  stopping: AbortSignal;
  logger: Logger;
  /** Ends the process with one line, when the folder cannot be used. */
  refuse(problem: string): void;
}

/** The kept lists, or null without `HISTORY`; their parts are loaded only where they are kept. */
export async function composeHistory(
  { history: settings, proxy, publicOrigin, shared: address }: Config,
  { accounts, pastDays, shared, metrics, stopping, logger, refuse }: HistorySurroundings,
): Promise<OwnHistoryKeeper | null> {
  if (settings === null) return null;
  const [{ createKeeper }, { openHistoryFolder }, { createFolderLeases }, { leasesFolder }] =
    await Promise.all([
      import('./history/keeper.ts'),
      import('./history/store/open-folder.ts'),
      import('./history/runs/folder-leases.ts'),
      import('./history/runs/keeper-files.ts'),
    ]);
  const { keepDays, maxBytes } = settings;
  const { path, remove } =
    settings.folder === null ? await makeTemporaryFolder() : { path: settings.folder, remove() {} };
  const limits = { keepDays, maxBytes: maxBytes === 0 ? null : maxBytes };
  try {
    const folder = await openHistoryFolder({ path, ...limits, log: logger });
    // Without a store, processes that share the folder take turns by files in it.
    const isShared = address !== null && settings.folder !== null;
    const leases = isShared ? shared.leases : createFolderLeases(leasesFolder(path));
    const keeper: OwnHistoryKeeper = createKeeper({
      settings: { ...settings, folder: path },
      ...{ folder, accounts, pastDays, leases, proxy, publicOrigin, stopping, logger },
      onGone: (count) => countGone(count),
    });
    const countGone = metrics.watchSnapshots(keeper.facts);
    return {
      ...keeper,
      async close() {
        await keeper.close();
        remove();
      },
    };
  } catch (error) {
    refuse(error instanceof Error ? error.message : `The folder ${path} cannot be used.`);
    return null;
  }
}
