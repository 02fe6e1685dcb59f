import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import {
  dayOf,
  manyRented,
  offer,
  openTestHistory,
  temporaryFolder,
} from './history/store/test-history.ts';
import { purgeHistory } from './purge-history.ts';
import { readSettings } from './settings.ts';

const sandboxSid = (at: number) => `acc5a4db0c5-0000-4000-8000-00000000531${at}`;

/** A folder with the history of these accounts, and how to purge one of them. */
async function keep(sids: readonly string[], env: Record<string, string> = {}) {
  const path = await temporaryFolder();
  const folder = await openTestHistory(path);
  for (const sid of sids) await offer(folder.account(sid), manyRented(3), dayOf(1));
  await folder.close();
  const settings = readSettings({ HISTORY: `file:${path}`, ...env }, { folders: [] });
  const { config } = readConfig(settings, { scenarioNames: [] });
  return { path, purge: (name: string) => purgeHistory(config!, name) };
}

test.each<[string, number, Record<string, string>]>([
  ['main', 0, {}],
  ['main', 0, { SANDBOX_DAYS: '30' }],
  ['sandbox-2', 1, { SANDBOX_ACCOUNTS: '2' }],
])('an account of the sandbox is purged by the id of the page: %s', async (id, at, env) => {
  const { path, purge } = await keep([sandboxSid(0), sandboxSid(1)], env);
  expect(await purge(id)).toEqual({
    isDone: true,
    line: `Removed the history of ${id} in ${path}.`,
  });
  expect(await readdir(path)).toEqual([sandboxSid(1 - at)]);
});

test('a refusal names the accounts that are kept, with their ids', async () => {
  const { path, purge } = await keep([sandboxSid(0), 'acc-1']);
  expect(await purge('mian')).toEqual({
    isDone: false,
    line: `There is no history of mian in ${path}. Kept there: acc-1, main (${sandboxSid(0)}).`,
  });
});

test('a folder of another program is no history', async () => {
  const { path, purge } = await keep([]);
  await mkdir(join(path, 'notes', 'log'), { recursive: true });
  await writeFile(join(path, 'notes', 'log', 'today.json'), 'mine');
  expect(await purge('notes')).toEqual({
    isDone: false,
    line: `There is no history of notes in ${path}. Kept there: nothing.`,
  });
  expect(await readdir(join(path, 'notes', 'log'))).toEqual(['today.json']);
});
