import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { makeFolder } from './durable.ts';

const digits = (seq: number) => String(seq).padStart(8, '0');

/** Where the files of one account are. All paths are absolute. */
export interface AccountFolder {
  accountSid: string;
  path: string;
  log: string;
  changes: string;
  unconfirmed: string;
}

export const accountFolder = (history: string, accountSid: string): AccountFolder => {
  const path = join(history, accountSid);
  return {
    accountSid,
    path,
    log: join(path, 'log'),
    changes: join(path, 'changes'),
    unconfirmed: join(path, 'unconfirmed'),
  };
};

export async function makeAccountFolder({ path, log, changes, unconfirmed }: AccountFolder) {
  for (const folder of [path, log, changes, unconfirmed]) await makeFolder(folder);
}

/** A file's path below the folder of the history. */
export const shownPath = ({ accountSid, path }: AccountFolder, file: string): string =>
  `${accountSid}${file.slice(path.length)}`;

export const commitPath = ({ log }: AccountFolder, seq: number): string =>
  join(log, `${digits(seq)}.json`);

/** The sequence number of a commit's file; null for any other file. */
export function seqOfCommit(file: string): number | null {
  const seq = /^(\d{8,15})\.json$/.exec(basename(file))?.[1];
  return seq === undefined ? null : Number(seq);
}

/** New names, which no other writer has. */
export const newNames = (seq: number) => {
  const id = `${digits(seq)}-${randomBytes(6).toString('hex')}`;
  return { head: `head-${id}.parquet`, changes: `${id}.parquet`, unconfirmed: `${id}.json` };
};

export const headName = /^head-\d{8,15}-[\da-f]{12}\.parquet$/;
export const changesName = /^\d{8,15}-[\da-f]{12}\.parquet$/;
export const unconfirmedName = /^\d{8,15}-[\da-f]{12}\.json$/;
export const newFileName = /^new-[\da-f]{16}$/;

/** The sequence number for which a list or its changes were written; null for any other file. */
export function seqOfFile(name: string): number | null {
  const seq = /^(?:head-)?(\d{8,15})-/.exec(name)?.[1];
  return seq === undefined ? null : Number(seq);
}
