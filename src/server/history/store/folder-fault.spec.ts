import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderFault } from './folder-fault.ts';
import { openTestHistory, temporaryFolder } from './test-history.ts';

test('a folder that is there or can be made has no fault, and is not made', async () => {
  const path = await temporaryFolder();
  expect(await folderFault(path)).toBeNull();
  expect(await folderFault(join(path, 'a', 'b'))).toBeNull();
  expect(await readdir(path)).toEqual([]);
});

test('a file where a folder belongs is a fault', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  for (const path of [file, join(file, 'a'), join(file, 'a', 'b')]) {
    expect(await folderFault(path)).toBe(
      `HISTORY: ${path} cannot be written, as a file stands where a folder belongs. Move the file away.`,
    );
  }
});

// The superuser may write everywhere.
test.skipIf(process.getuid?.() === 0)('a folder of another user is a fault', async () => {
  const path = join(await temporaryFolder(), 'others');
  await mkdir(path);
  await chmod(path, 0o500);
  expect(await folderFault(join(path, 'a'))).toMatch(/as permission is denied\. Give this program/);
});

test.skipIf(process.platform !== 'linux')(
  'a folder below one that takes none is refused, and not tried for ever',
  async () => {
    for (const path of ['/proc/rented-numbers', '/proc/rented-numbers/history']) {
      await expect(openTestHistory(path)).rejects.toThrow(
        `HISTORY: ${path} cannot be written, as the folder is missing and cannot be made. Make it, or name another.`,
      );
    }
  },
);
