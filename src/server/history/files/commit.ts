import * as v from 'valibot';
import type { Snapshot } from '#contract/history.ts';
import { broken, type FileWords } from './broken.ts';

const version = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A file of this history: a bare name, so that no commit can point elsewhere. */
const fileSchema = v.object({
  name: v.pipe(v.string(), v.regex(/^[\w-]{1,100}\.parquet$/)),
  sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)),
  bytes: count,
});

export type StoredFile = v.InferOutput<typeof fileSchema>;

const entrySchema = v.object({
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  asOf: v.pipe(v.string(), v.isoTimestamp()),
  total: count,
  skipped: count,
  added: count,
  gone: count,
  changed: count,
  head: v.nullable(fileSchema),
  changes: v.nullable(fileSchema),
});

/**
 * What is known of one kept list.
 *
 * - `head`: its whole list, whose file stays for some; null for an unconfirmed list.
 * - `changes`: how the list before became it; null without a list before, or without a change.
 */
export type Entry = v.InferOutput<typeof entrySchema>;

/**
 * A file of `log/` or `unconfirmed/`. `previous` is the entry before, once more: a commit that is
 * damaged can be read there.
 */
const commitSchema = v.object({
  version: v.literal(version),
  accountSid: v.string(),
  status: v.picklist(['kept', 'unconfirmed']),
  ...entrySchema.entries,
  previous: v.nullable(entrySchema),
});

export type Commit = v.InferOutput<typeof commitSchema>;

/** The entry of a commit, without what only the file needs. */
export const entryOf = (commit: Commit): Entry => v.parse(entrySchema, commit);

export const writeCommit = (commit: Omit<Commit, 'version'>): string =>
  `${JSON.stringify({ version, ...commit }, null, 2)}\n`;

const versionSchema = v.object({ version: v.number() });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a commit of an account.
 * @throws ProblemError `history_broken` for a text that is none.
 */
export function readCommit(text: string, accountSid: string, words: FileWords): Commit {
  const value = parsed(text);
  const other = v.safeParse(versionSchema, value);
  if (other.success && other.output.version !== version) {
    const remedy = 'Start the version of this program that wrote the file, or a newer one.';
    throw broken(words, `has the format ${other.output.version}, not ${version}`, remedy);
  }
  const read = v.safeParse(commitSchema, value);
  if (!read.success) {
    const remedy = 'Restore the file from a backup, or move it away if it is not of this program.';
    throw broken(words, 'is damaged or foreign', remedy);
  }
  if (read.output.accountSid !== accountSid) {
    const remedy = 'Move the files back to the folder of that account.';
    throw broken(words, `belongs to the account ${read.output.accountSid}`, remedy);
  }
  return read.output;
}

/** A kept list in the words of the contract. */
export const toSnapshot = (
  { seq, asOf, total, skipped, added, gone, changed }: Entry,
  status: Snapshot['status'],
): Snapshot => ({ seq, asOf, total, skipped, added, gone, changed, status });
