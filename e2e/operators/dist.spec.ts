import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { walk } from '../api.ts';
import { expect, test } from '../fixtures.ts';

test('O14 dist starts beside a package.json of another kind of module', async ({ serve }) => {
  const folder = await mkdtemp(join(tmpdir(), 'rented-numbers-'));
  const dist = join(folder, 'dist');
  await cp(fileURLToPath(new URL('../../dist', import.meta.url)), dist, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "type": "commonjs" }');
  const { url } = await serve({ SANDBOX_NUMBERS: '30' }, { dist, cwd: folder });
  expect(await walk(url)).toHaveLength(30);
  await rm(folder, { recursive: true });
});
