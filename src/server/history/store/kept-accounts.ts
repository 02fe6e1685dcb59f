import { readdir } from 'node:fs/promises';
import { accountSidPattern } from '../../accounts/account.ts';
import {
  type AccountFolder,
  accountFolder,
  changesName,
  headName,
  seqOfCommit,
  unconfirmedName,
} from '../files/account-folder.ts';
import { namesIn } from './read-kept.ts';

/** Whether a folder has a file of a history, so that it is no folder of another program. */
export async function hasHistory(folder: AccountFolder): Promise<boolean> {
  const places: [path: string, isOwn: (name: string) => boolean][] = [
    [folder.log, (name) => seqOfCommit(name) !== null],
    [folder.path, (name) => headName.test(name)],
    [folder.changes, (name) => changesName.test(name)],
    [folder.unconfirmed, (name) => unconfirmedName.test(name)],
  ];
  for (const [path, isOwn] of places) {
    if ((await namesIn(folder, path)).some(isOwn)) return true;
  }
  return false;
}

/** The SIDs of the accounts of which a folder keeps something, in the order of the alphabet. */
export async function keptAccounts(history: string): Promise<string[]> {
  const sids: string[] = [];
  for (const entry of await readdir(history, { withFileTypes: true })) {
    if (!entry.isDirectory() || !accountSidPattern.test(entry.name)) continue;
    if (await hasHistory(accountFolder(history, entry.name))) sids.push(entry.name);
  }
  return sids.sort();
}
