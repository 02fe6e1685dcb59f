import { access, constants, link, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, isMissing, writeFailure } from '../files/broken.ts';
import { makeFolder, newName, writeNew } from '../files/durable.ts';

/** How file systems say that they know no hard links: FAT, some network disks, some of FUSE. */
const withoutLinks: readonly (string | undefined)[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Tries what a commit needs: a new file with a second name. Nothing of the trial stays. */
async function trialFault(path: string): Promise<string | null> {
  const trial = join(path, newName());
  const second = join(path, newName());
  await writeNew(trial, '');
  try {
    await link(trial, second);
    return null;
  } catch (error) {
    if (!withoutLinks.includes(codeOf(error))) throw error;
    return `${path} is on a file system without hard links. Name a folder on another one.`;
  } finally {
    await rm(second, { force: true });
    await rm(trial, { force: true });
  }
}

const inOneLine = async (path: string, look: () => Promise<string | null>) => {
  try {
    const fault = await look();
    return fault && `HISTORY: ${fault}`;
  } catch (error) {
    return `HISTORY: ${writeFailure(path, error)}`;
  }
};

/** Makes the folder of a history. Returns why none can be kept there, in one line, or null. */
export const makingFault = (path: string): Promise<string | null> =>
  inOneLine(path, async () => {
    await makeFolder(path);
    return trialFault(path);
  });

/**
 * Why the history cannot be kept in a folder, in one line; null where it can, or where only a start
 * would tell. No folder is made: one that is not there is judged by the one above it.
 */
export const folderFault = (path: string): Promise<string | null> =>
  inOneLine(path, async () => {
    for (let place = path; ; place = dirname(place)) {
      try {
        if (!(await stat(place)).isDirectory()) {
          throw Object.assign(new Error('A file'), { code: 'ENOTDIR' });
        }
        await access(place, constants.W_OK | constants.X_OK);
        return place === path ? await trialFault(path) : null;
      } catch (error) {
        if (!isMissing(error) || dirname(place) === place) throw error;
      }
    }
  });
