import { walk } from '../api.ts';
import { expect, test } from './fixtures.ts';
import { few, loadedAhead, openList, readRows, readScroll, statusLine } from './page.ts';

test('the first page appears with its numbers', async ({ tab, serve }) => {
  const server = await serve(few);
  const numbers = await walk(server.url);
  await openList(tab, server);
  const [first] = await readRows(tab);
  expect(first).toMatchObject({ Number: numbers[0]!.number_display });
});

test('E10 the first page is requested once', async ({ tab, serve }) => {
  const server = await serve({ SANDBOX_NUMBERS: '18' });
  await openList(tab, server);
  expect(server.log().match(/"path":"\/api\/numbers"/g)).toHaveLength(1);
});

test('the wheel scrolls to the end of the list, page by page', async ({ tab, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '200' });
  const numbers = await walk(url);
  await tab.open(url);
  await loadedAhead(tab);
  await tab.driver.move(720, 500);
  const turn = async () => {
    await tab.wheel(10);
    return `${await statusLine(tab).text()} ${(await readScroll(tab)).rest <= 1}`;
  };
  await expect.poll(turn).toMatch(/^All 200 loaded.*true$/);
  await expect
    .poll(async () => (await readRows(tab)).at(-1))
    .toMatchObject({ Number: numbers.at(-1)!.number_display });
});

test('a country of the rail filters the list', async ({ tab, serve }) => {
  const server = await serve();
  const numbers = await walk(server.url, { country_code: 'GB', type: 'mobile' });
  await tab.open(server.url);
  await loadedAhead(tab);
  const rail = tab.get('navigation', 'Filters');
  await rail
    .get('region', 'Country')
    .get('button', /^United Kingdom/)
    .click();
  await rail
    .get('region', 'Type')
    .get('button', /^Mobile/)
    .click();
  await expect.poll(() => tab.get('button', /^Remove filter/).count()).toBe(2);
  // The second filter may be answered from the rows of the first, if all of these are loaded.
  const all = new RegExp(`(?<!\\d)${numbers.length} (matches loaded|of all)`);
  await expect.poll(() => statusLine(tab).text()).toMatch(all);
  const rows = await readRows(tab);
  expect(rows.map((row) => row.Number)).toEqual(
    numbers.slice(0, rows.length).map((number) => number.number_display),
  );
});

test('a search narrows what is loaded', async ({ tab, serve }) => {
  const server = await serve(few);
  const matching = (await walk(server.url)).filter(({ number }) => number.includes('4420'));
  await openList(tab, server);
  await tab.get('textbox', 'Search numbers').fill('44 20');
  await expect
    .poll(() => statusLine(tab).text())
    .toContain(`${matching.length} of all 60 rows match`);
  await expect
    .poll(async () => (await readRows(tab)).map((row) => row.Number))
    .toEqual(matching.map((number) => number.number_display));
});

test('a header sorts', async ({ tab, serve }) => {
  const server = await serve(few);
  const numbers = await walk(server.url);
  const sorted = numbers.toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created));
  await openList(tab, server);
  const header = tab.get('columnheader', /^Rented/);
  await header.get('button', /^Rented/).click();
  await expect.poll(() => header.attribute('aria-sort')).toBe('ascending');
  const [first] = await readRows(tab);
  expect(first).toMatchObject({ Number: sorted[0]!.number_display });
});

test('the whole list is loaded at a click', async ({ tab, serve }) => {
  const { url } = await serve();
  await tab.open(url);
  await statusLine(tab).get('button', 'Load all').click();
  await expect.poll(() => statusLine(tab).text()).toMatch(/^All 500 loaded,/);
});
