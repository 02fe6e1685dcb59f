import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMissing, isTaken } from './broken.ts';

const fileMode = 0o600;
const folderMode = 0o700;

const isFolder = async (path: string) => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};

/**
 * Makes a folder that only this user can open, and those above it, unless they are there. The
 * recursive mkdir of Node 20 never returns where a folder above takes none, as /proc does.
 */
export async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  try {
    await mkdir(path, { mode: folderMode });
  } catch (error) {
    if (!(isTaken(error) && (await isFolder(path)))) throw error;
  }
}

/** Writes what a folder lists to the disk: without it, a new name may not outlive a power failure. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A name of a file that is not finished, which no other writer has. */
export const newName = (): string => `new-${randomBytes(8).toString('hex')}`;

/** Writes a new file to the disk, that only this user can read. A failed one is removed. */
export async function writeNew(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx', fileMode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * Writes a whole file to the disk, unless there is one of that name: nobody ever sees a part of
 * the file, and of several writers only one succeeds.
 * @returns false when there is one.
 */
export async function writeOnce(path: string, text: string): Promise<boolean> {
  const whole = join(dirname(path), newName());
  await writeNew(whole, text);
  try {
    await link(whole, path);
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  } finally {
    await rm(whole, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

/** Longer than a writer needs from its first file to its commit. */
const abandonedMs = 60 * 60 * 1000;

/** Removes a file that nobody has written for an hour: what a killed writer left. */
export async function removeAbandoned(path: string): Promise<void> {
  try {
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > abandonedMs) await rm(path, { force: true });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
