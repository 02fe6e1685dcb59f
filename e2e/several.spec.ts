import type { Page } from '@playwright/test';
import { type ApiNumber, walk } from './api.ts';
import { expect, test, unhurried } from './faults/dashboard.ts';
import { answerWell, type Exchange } from './faults/raw-upstream.ts';
import { facet, facetCounts, facetValue } from './rail.ts';
import { watchQueries } from './requests.ts';
import { allLoaded, bodyRows, loadAll, readList, statusLine } from './table.ts';

const displays = (numbers: ApiNumber[]) => numbers.map((number) => number.number_display);
const shown = async (page: Page) => (await readList(page)).map((row) => row.Number);

/** Each country with each type: the lists that Apifonica can serve, in the order of the requests. */
const partsOf = (countries: string[], types: string[]) =>
  countries.flatMap((country_code) => types.map((type) => ({ country_code, type })));

const pageSize = 20;

/** The numbers of several lists, whose pages take turns. */
async function walkParts(url: string, parts: Record<string, string>[]): Promise<ApiNumber[]> {
  const lists: ApiNumber[][] = [];
  for (const part of parts) lists.push(await walk(url, part));
  const longest = Math.max(...lists.map(({ length }) => length));
  const rounds = Array.from({ length: Math.ceil(longest / pageSize) }, (_, at) => at * pageSize);
  return rounds.flatMap((from) => lists.flatMap((list) => list.slice(from, from + pageSize)));
}

test('several countries and types are requested in turn, page by page', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '1000' });
  const parts = partsOf(['GB', 'DE'], ['mobile', 'local']);
  const expected = await walkParts(url, parts);
  expect(expected.length).toBeGreaterThan(150);

  const queries = watchQueries(page);
  await page.goto(`${url}/?country_code=GB,DE&type=mobile,local`);
  await expect(facet(page, 'Country')).toContainText('loaded rows');
  await expect(facet(page, 'Type')).toContainText('loaded rows');
  await expect(statusLine(page)).toContainText('loaded, more available');
  await expect.poll(() => shown(page)).toEqual(displays(expected));
  await expect(statusLine(page)).toContainText(`All ${expected.length} matches loaded,`);

  const asked = queries.map(({ country_code, type }) => ({ country_code, type }));
  expect(asked.slice(0, parts.length)).toEqual(parts);
  for (const part of parts) {
    const ofPart = queries.filter(
      ({ country_code, type }) => country_code === part.country_code && type === part.type,
    );
    expect(ofPart[0]).toEqual(part);
    for (const query of ofPart.slice(1))
      expect(query).toEqual({ ...part, cursor: expect.any(String) });
    expect(ofPart).toHaveLength(Math.ceil((await walk(url, part)).length / 20));
  }
});

test('rows of each chosen country come by themselves, also under a sort', async ({
  page,
  serve,
}) => {
  const countries = ['GB', 'DE', 'FR', 'ES', 'IT', 'EE', 'PL', 'SE', 'US'];
  const { url } = await serve({ SANDBOX_NUMBERS: '5310' });
  await page.goto(`${url}/?country_code=${countries}&sort=name`);
  await expect(statusLine(page)).toContainText(/^180 loaded, more available/);
  const counts = await facetCounts(page, 'Country');
  expect(Object.values(counts)).toEqual(countries.map(() => 20));
});

test('while no row of a chosen country is here yet, this is said', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard(unhurried, 20);
  const held: Exchange[] = [];
  upstream.set((exchange) => void held.push(exchange), {
    where: ({ query }) => query.get('country_code') === 'DE',
  });
  await page.goto(`${server.url}/?country_code=GB,DE,FR`);
  await expect(statusLine(page)).toContainText('no rows yet from 2 of 3 chosen countries');
  await upstream.heal();
  for (const exchange of held) answerWell(exchange);
  await expect(allLoaded(page)).toBeVisible();
  await expect(statusLine(page)).not.toContainText('no rows yet');
});

test('values are selected and removed in the rail, the chips and the address', async ({
  page,
  context,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  const chip = (words: string) => page.getByRole('button', { name: `Remove filter ${words}` });
  await facetValue(page, 'Country', 'United Kingdom').click();
  await facetValue(page, 'Country', 'Germany').click();
  await expect(page).toHaveURL(`${url}/?country_code=GB,DE`);
  await expect(chip('Country United Kingdom or Germany')).toBeVisible();
  await facetValue(page, 'Type', 'Mobile').click();
  await facetValue(page, 'Type', 'SIP').click();
  await expect(page).toHaveURL(`${url}/?country_code=GB,DE&type=mobile,sip`);
  await expect(chip('Type Mobile or SIP')).toBeVisible();
  for (const value of ['United Kingdom', 'Germany'])
    await expect(facetValue(page, 'Country', value)).toHaveAttribute('aria-pressed', 'true');

  const expected = await walkParts(url, partsOf(['GB', 'DE'], ['mobile', 'sip']));
  await expect.poll(() => shown(page)).toEqual(displays(expected));

  // Another person who opens the address sees the same.
  const other = await context.newPage();
  await other.goto(page.url());
  await expect.poll(() => shown(other)).toEqual(displays(expected));
  for (const value of ['United Kingdom', 'Germany'])
    await expect(facetValue(other, 'Country', value)).toHaveAttribute('aria-pressed', 'true');
  await other.close();

  await facetValue(page, 'Country', 'United Kingdom').click();
  await expect(page).toHaveURL(`${url}/?country_code=DE&type=mobile,sip`);
  await expect
    .poll(() => shown(page))
    .toEqual(displays(await walkParts(url, partsOf(['DE'], ['mobile', 'sip']))));
  await chip('Type Mobile or SIP').click();
  await expect(page).toHaveURL(`${url}/?country_code=DE`);
  await expect.poll(() => shown(page)).toEqual(displays(await walk(url, { country_code: 'DE' })));
});

test('more combinations than the page requests by itself: the status says so, and Load all brings them', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '1000' });
  await page.goto(`${url}/?country_code=GB,DE,FR,ES,IT,EE&type=mobile,local,toll_free,sip`);
  await expect(statusLine(page)).toContainText(
    'no rows yet from 4 of 24 combinations of country and type: “Load all” brings them',
  );
  await loadAll(page);
  await expect(statusLine(page)).not.toContainText('no rows yet');
});

test('after a value is removed, no request is sent for the rest', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?country_code=EE,DE`);
  const expected = await walkParts(url, [{ country_code: 'EE' }, { country_code: 'DE' }]);
  await expect(statusLine(page)).toContainText(`All ${expected.length} matches loaded,`);
  const queries = watchQueries(page);
  await facetValue(page, 'Country', 'Estonia').click();
  const german = expected.filter(({ country_code }) => country_code === 'DE');
  await expect(statusLine(page)).toContainText(
    `${german.length} of all ${expected.length} rows match`,
  );
  await expect(bodyRows(page).first()).toContainText(german[0]!.number_display);
  await expect
    .poll(() => facetCounts(page, 'Country'))
    .toMatchObject({
      Estonia: expected.length - german.length,
      Germany: german.length,
    });
  expect(queries).toEqual([]);
});

test('a country without a loaded row can be added to one whose list is whole', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?country_code=EE`);
  await expect(statusLine(page)).toContainText(/All \d+ matches loaded,/);
  await page.getByRole('combobox', { name: 'Any other country' }).selectOption('Sweden');
  await expect(page).toHaveURL(`${url}/?country_code=EE,SE`);
  const expected = await walkParts(url, [{ country_code: 'EE' }, { country_code: 'SE' }]);
  await expect.poll(() => shown(page)).toEqual(displays(expected));
});

test('a whole list of numbers with voice does not claim that there are none without', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?voice=false`);
  const silent = await walk(url, { voice: 'false' });
  await expect(statusLine(page)).toContainText(`All ${silent.length} matches loaded,`);
  const counts = page.getByRole('group', { name: 'Voice' });
  await expect(counts).toContainText(`${silent.length} no`);
  await expect(counts).not.toContainText('0 yes');
});
