import { ProblemError } from '../../problem-error.ts';

/** The code of a failure of the file system, such as ENOENT. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';
export const isTaken = (error: unknown): boolean => codeOf(error) === 'EEXIST';

/** The day of a moment, for a sentence. */
const dayOf = (asOf: string) => asOf.slice(0, 10);

/** What a file of the history is to the person who reads of it. */
export interface FileWords {
  /** The file's path below the folder of the history. */
  file: string;
  /** The `asOf` of the snapshot that needs the file; null where it cannot be told. */
  asOf: string | null;
}

const restore = 'Restore the file from a backup.';

/** A file that cannot be used, and what to do about that. */
export function broken(
  { file, asOf }: FileWords,
  why: string,
  remedy = restore,
  cause?: unknown,
): ProblemError {
  const what = asOf === null ? 'The history' : `The snapshot of ${dayOf(asOf)}`;
  return new ProblemError('history_broken', `${what} cannot be read: ${file} ${why}. ${remedy}`, {
    cause,
  });
}

/** Adds to a damage that keeps all new snapshots away what else helps. */
export function withoutBackup(error: unknown, accountSid: string): unknown {
  if (!(error instanceof ProblemError && error.message.endsWith(restore))) return error;
  const words = `Without a backup, begin a new history: the command history purge ${accountSid} removes this one.`;
  return new ProblemError(error.code, `${error.message} ${words}`, { cause: error.cause });
}

/** A file that could not be read, by the code of the failure. */
export function unreadable(words: FileWords, error: unknown): ProblemError {
  const code = codeOf(error);
  if (code === 'ENOENT') return broken(words, 'is missing', undefined, error);
  if (code === 'EACCES' || code === 'EPERM') {
    const remedy = 'Give this program the right to read it.';
    return broken(words, 'may not be read', remedy, error);
  }
  return broken(words, `gives ${code ?? 'an error'}`, 'Look after the disk.', error);
}

const spaceWords = 'Make room there, or set HISTORY_KEEP_DAYS or HISTORY_MAX_BYTES lower.';
const rightWords = 'Give this program the right to write there.';
const fileWords = ['a file stands where a folder belongs', 'Move the file away.'] as const;

const reasons: Partial<Record<string, readonly [why: string, remedy: string]>> = {
  ENOSPC: ['the disk is full', spaceWords],
  EDQUOT: ['the disk quota is used up', spaceWords],
  EFBIG: ['the file would be larger than the system allows', 'Raise the limit of file sizes.'],
  EACCES: ['permission is denied', rightWords],
  EPERM: ['permission is denied', rightWords],
  EROFS: ['the file system is read-only', 'Mount it for writing.'],
  ENOENT: ['the folder is missing and cannot be made', 'Make it, or name another.'],
  ENOTDIR: fileWords,
  EEXIST: fileWords,
};

/** Why a file or folder cannot be written, and what to do about that. */
export function writeFailure(file: string, error: unknown): string {
  const code = codeOf(error);
  const [why, remedy] = reasons[code ?? ''] ?? [`the system says ${code ?? 'no reason'}`, ''];
  return `${file} cannot be written, as ${why}. ${remedy}`.trim();
}

/**
 * Nothing could be written, and nothing is kept.
 * @param file its path below the folder of the history, or the folder itself.
 */
export function unwritable(file: string, error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const words = `No snapshot was kept: ${writeFailure(file, error)}`;
  return new ProblemError('history_broken', words, { cause: error });
}
