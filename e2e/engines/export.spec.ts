import { walk } from '../api.ts';
import { readCsv, readXlsx } from '../read-files.ts';
import { expect, test } from './fixtures.ts';
import { few, openList } from './page.ts';

test('an export is saved, and holds every row', async ({ tab, serve }) => {
  const server = await serve(few);
  const numbers = (await walk(server.url)).map(({ number }) => number);
  await openList(tab, server);
  for (const [format, read] of [
    ['CSV', (bytes: Buffer) => readCsv(bytes.toString())],
    ['Excel', readXlsx],
  ] as const) {
    await tab.get('button', /^Export /).click();
    await tab
      .get('region', /^Export all 60/)
      .get('button', new RegExp(`^${format}`))
      .click();
    const file = await tab.download(format === 'CSV' ? /\.csv$/ : /\.xlsx$/);
    const [header, ...rows] = read(file.bytes);
    const at = header!.indexOf('number');
    expect(rows.map((row) => row[at])).toEqual(numbers);
  }
});
