import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

test('O24 dist contains the licence of every package in it', async () => {
  const read = (path: string) =>
    readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
  const { dependencies } = JSON.parse(await read('package.json')) as {
    dependencies: Record<string, string>;
  };
  const listed = (await read('dist/client/licenses.md')) + (await read('dist/server/licenses.md'));
  // The last two are used by the build only, which draws the map and writes the styles.
  for (const name of [...Object.keys(dependencies), 'world-atlas', 'tailwindcss']) {
    const [, text = ''] = listed.split(`## ${name} - `);
    expect(text.split('\n## ')[0], name).toMatch(/permission|Apache License|Blue Oak/i);
  }
  expect(await read('dist/LICENSE')).toBe(await read('LICENSE'));
});
