import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '#contract/history.ts';
import { ask } from '../api.ts';
import { test as base, type Dashboard, expect, unhurried } from '../faults/dashboard.ts';
import type { Environment, Server } from '../server.ts';

/** A dashboard that keeps snapshots of its account, which a test may change in between. */
export interface KeptDashboard extends Dashboard {
  /** Takes a snapshot of the whole list, as a script does. */
  take(): Promise<Snapshot>;
  /** The folder of the history. */
  folder: string;
}

export interface Fixtures {
  /** Starts a dashboard with a history of its own, before an account of so many numbers. */
  startKept: (size?: number, env?: Environment) => Promise<KeptDashboard>;
}

/** Takes a snapshot at a server, which has to keep it. */
export async function takeSnapshot({ url }: Pick<Server, 'url'>): Promise<Snapshot> {
  const response = await ask(`${url}/api/history`, { method: 'POST' });
  const text = await response.text();
  expect(response.status, text).toBe(201);
  return JSON.parse(text) as Snapshot;
}

export const test = base.extend<Fixtures>({
  startKept: async ({ startDashboard }, use) => {
    const folders: string[] = [];
    await use(async (size = 120, env = {}) => {
      const folder = await mkdtemp(join(tmpdir(), 'kept-'));
      folders.push(folder);
      const kept = { HISTORY: `file:${folder}`, HISTORY_SCHEDULE: 'off' };
      const dashboard = await startDashboard({ ...unhurried, ...kept, ...env }, size);
      return { ...dashboard, folder, take: () => takeSnapshot(dashboard.server) };
    });
    // The servers still run, and may write meanwhile.
    const options = { recursive: true, force: true, maxRetries: 10 };
    for (const folder of folders) await rm(folder, options);
  },
});

export { expect } from '../faults/dashboard.ts';
