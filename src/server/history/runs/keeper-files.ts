import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { problemSchema } from '#contract/problem-kinds.ts';
import { newFileName } from '../files/account-folder.ts';
import { removeAbandoned } from '../files/durable.ts';

/** The value of a small file; null when there is none, or when it cannot be read. */
async function readJson<S extends v.GenericSchema>(
  file: string,
  schema: S,
): Promise<v.InferOutput<S> | null> {
  try {
    return v.parse(schema, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Writes a small file whole: who reads meanwhile gets the old value or the new one. */
async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(value), { mode: 0o600 });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

const moment = v.pipe(v.string(), v.isoTimestamp());

const runsSchema = v.object({
  /** When the account was first seen. */
  since: moment,
  /** The last failure, and how many there were in a row; null after a success. */
  failed: v.nullable(
    v.object({
      at: moment,
      problem: problemSchema,
      tries: v.number(),
    }),
  ),
  /** How many lists in a row nothing has confirmed. */
  unconfirmed: v.optional(v.number(), 0),
});

const toldSchema = v.object({
  /** The notices that were taken by their receiver, by id; the last ones. */
  ids: v.array(v.string()),
});

const alarmSchema = v.object({
  /** The last success before an outage, or the moment from which a snapshot is awaited. */
  since: moment,
  /** When the outage was first told of. */
  at: moment,
});

export type Alarm = v.InferOutput<typeof alarmSchema>;
export type Runs = v.InferOutput<typeof runsSchema>;
type Told = v.InferOutput<typeof toldSchema>;

/** What the servers note beside the snapshots of an account. */
interface KeeperFiles {
  /** null for an account that was never seen. */
  runs(): Promise<Runs | null>;
  writeRuns(runs: Runs): Promise<void>;
  told(): Promise<Told>;
  writeTold(told: Told): Promise<void>;
  /** null without an outage that is being told of. */
  alarm(): Promise<Alarm | null>;
  writeAlarm(alarm: Alarm): Promise<void>;
  removeAlarm(): Promise<void>;
  remove(): Promise<void>;
}

/** The folder of the keeper in that of the history; no account has such a name. */
const keeperFolder = (historyFolder: string) => join(historyFolder, '.keeper');

/** The folder of the leases of processes that share the history. */
export const leasesFolder = (historyFolder: string) => join(keeperFolder(historyFolder), 'leases');

const id = '[\\da-f-]{36}';
const unfinishedNote = new RegExp(`^.+\\.json\\.${id}$`);
const unfinishedLease = new RegExp(`^draft-${id}$`);

/** Removes what killed writers left beside the snapshots, an hour later. */
export async function removeRemains(historyFolder: string): Promise<void> {
  const places = [
    { path: keeperFolder(historyFolder), isOwn: (name: string) => unfinishedNote.test(name) },
    { path: leasesFolder(historyFolder), isOwn: (name: string) => unfinishedLease.test(name) },
    // The trial of a start that was killed.
    { path: historyFolder, isOwn: (name: string) => newFileName.test(name) },
  ];
  for (const { path, isOwn } of places) {
    // Without a shared folder of leases there are none to remove.
    const names = await readdir(path).catch(() => []);
    for (const name of names.filter(isOwn)) await removeAbandoned(join(path, name));
  }
}

export function keeperFiles(historyFolder: string, accountSid: string): KeeperFiles {
  const fileOf = (what: string) => join(keeperFolder(historyFolder), `${accountSid}.${what}.json`);
  const [runs, told, alarm] = [fileOf('runs'), fileOf('told'), fileOf('alarm')];
  return {
    runs: () => readJson(runs, runsSchema),
    writeRuns: (value) => writeJson(runs, value),
    told: async () => (await readJson(told, toldSchema)) ?? { ids: [] },
    writeTold: (value) => writeJson(told, value),
    alarm: () => readJson(alarm, alarmSchema),
    writeAlarm: (value) => writeJson(alarm, value),
    removeAlarm: () => rm(alarm, { force: true }),
    async remove() {
      for (const file of [runs, told, alarm]) await rm(file, { force: true });
    },
  };
}
