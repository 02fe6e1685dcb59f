import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMissing, writeFailure } from '../files/broken.ts';

/**
 * Why the history cannot be kept in a folder, in one line; null where it can, or where only a start
 * would tell. Nothing is made: a folder that is not there is judged by the one above it.
 */
export async function folderFault(path: string): Promise<string | null> {
  for (let place = path; ; place = dirname(place)) {
    try {
      if (!(await stat(place)).isDirectory()) {
        throw Object.assign(new Error('A file'), { code: 'ENOTDIR' });
      }
      await access(place, constants.W_OK | constants.X_OK);
      return null;
    } catch (error) {
      if (isMissing(error) && dirname(place) !== place) continue;
      return `HISTORY: ${writeFailure(path, error)}`;
    }
  }
}
