import type { Page } from '@playwright/test';
import { type ApiNumber, walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { facet, facetCounts, facetValue, rail } from './rail.ts';
import { watchQueries, watchRequests } from './requests.ts';
import {
  allLoaded,
  bodyRows,
  grid,
  loadAll,
  loadedAhead,
  readList,
  readTable,
  sortButton,
  statusLine,
} from './table.ts';

const box = (page: Page) => page.getByRole('textbox', { name: 'Search numbers' });
const displays = (numbers: ApiNumber[]) => numbers.map((number) => number.number_display).sort();
const shown = async (page: Page, end = allLoaded(page)) =>
  (await readList(page, { end })).map((row) => row.Number).sort();

/** Opens a page, loads all rows of its filters, and records the page's requests from then on. */
async function openWhole(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  await loadedAhead(page);
  await loadAll(page);
  return watchRequests(page);
}

/** The count of each value, as a facet shows it. */
function countBy(numbers: ApiNumber[], labelOf: (number: ApiNumber) => string) {
  const counts: Record<string, number> = {};
  for (const label of numbers.map(labelOf)) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

const typeWords: Record<string, string> = {
  local: 'Local',
  mobile: 'Mobile',
  toll_free: 'Toll-free',
  sip: 'SIP',
};
const typeWord = ({ type }: ApiNumber) => typeWords[type] ?? type;
const countryNames = new Intl.DisplayNames('en-US', { type: 'region' });
const countryName = ({ country_code }: ApiNumber) =>
  country_code === 'international' ? 'International' : (countryNames.of(country_code) ?? '');

test('the whole account is loaded, each number once, and then no further request is sent', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '-1');
  const requests = watchRequests(page);
  await loadAll(page);
  await expect(statusLine(page)).toContainText(/All 500 loaded, \d+:\d\d/);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '501');
  expect(requests).toEqual(['/api/inventory']);
  await expect.poll(() => shown(page)).toEqual(displays(numbers));
  await expect(page.getByText('End of list · 500 numbers')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export all 500 rows' })).toBeVisible();
  expect(requests).toEqual(['/api/inventory']);
});

test('then filters, several values of them too, are answered without a request', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  const requests = await openWhole(page, url);
  for (const name of ['United Kingdom', 'Germany']) await facetValue(page, 'Country', name).click();
  const ofTwo = numbers.filter(({ country_code }) => ['GB', 'DE'].includes(country_code));
  await expect(statusLine(page)).toContainText(`${ofTwo.length} of all 500 rows match`);
  for (const name of ['Mobile', 'Toll-free']) await facetValue(page, 'Type', name).click();
  await rail(page).getByRole('group', { name: 'Voice' }).getByText('Yes', { exact: true }).click();

  const matching = ofTwo.filter(
    ({ type, voice }) => ['mobile', 'toll_free'].includes(type) && voice,
  );
  expect(matching.length).toBeGreaterThan(20);
  await expect(statusLine(page)).toContainText(`${matching.length} of all 500 rows match`);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(matching.length + 1));
  await expect.poll(() => shown(page)).toEqual(displays(matching));
  await expect(page).toHaveURL(`${url}/?country_code=GB,DE&type=mobile,toll_free&voice=true`);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(statusLine(page)).not.toContainText('match');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '501');
  expect(requests).toEqual([]);
});

test('then a search finds a part of anything, without a request', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  const requests = await openWhole(page, url);
  const last = numbers[470]!;
  const withName = numbers.find(({ name }) => name?.includes(' '))!;
  const withController = numbers.findLast(({ call_controller }) => call_controller)!;
  const withApplication = numbers.findLast(({ msg_app_sid }) => msg_app_sid?.startsWith('app'))!;

  const digits = last.number.slice(2, 6);
  const searches: [typed: string, isFound: (number: ApiNumber) => boolean][] = [
    [`${digits.slice(0, 2)} ${digits.slice(2)}`, ({ number }) => number.includes(digits)],
    ...[
      withName.name!.toUpperCase().slice(1),
      last.number_sid.slice(3, 12),
      new URL(withController.call_controller!).pathname.slice(1),
      withApplication.msg_app_sid!.slice(0, 12),
    ].map((text): (typeof searches)[number] => [
      text,
      (number) => JSON.stringify(number).toLowerCase().includes(text.toLowerCase()),
    ]),
  ];
  for (const [typed, isFound] of searches) {
    await box(page).fill(typed);
    const matching = numbers.filter(isFound);
    expect(matching.length, typed).toBeGreaterThan(0);
    const words = `${matching.length} of all 500 rows ${matching.length === 1 ? 'matches' : 'match'}`;
    await expect(statusLine(page)).toContainText(words);
    await expect
      .poll(() => shown(page, page.getByText(`${words}.`)), typed)
      .toEqual(displays(matching));
  }
  await box(page).fill('no such thing');
  await expect(page.getByRole('heading', { name: 'No match in all 500 rows' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Search all numbers' })).toBeHidden();
  expect(requests).toEqual([]);
});

test('then a whole number is found, or known not to be there, without a request', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  const requests = await openWhole(page, url);
  const wanted = numbers[433]!;
  await box(page).fill(wanted.number_display);
  await expect(page).toHaveURL(`${url}/?number=${wanted.number}`);
  await expect(bodyRows(page)).toHaveCount(1);
  await expect(bodyRows(page)).toContainText(wanted.number_display);
  await box(page).fill('+44 0000 000000');
  await expect(page.getByRole('heading', { name: 'No match in all 500 rows' })).toBeVisible();
  expect(requests).toEqual([]);
});

test('then any column sorts all rows, without a request', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  // A wide window shows every usual column.
  await page.setViewportSize({ width: 1680, height: 900 });
  const requests = await openWhole(page, url);
  const headers = await grid(page).getByRole('columnheader').allInnerTexts();
  expect(headers.length).toBeGreaterThan(8);
  const keys = new Map<string, (number: ApiNumber) => string | number>([
    ['Number', ({ number }) => number],
    ['Rented', ({ created }) => Date.parse(created)],
    ['Updated', ({ updated }) => Date.parse(updated)],
  ]);
  for (const name of headers) {
    await sortButton(page, name).click();
    const words = `Sorted by ${name.toLowerCase()}, all 500 rows`;
    await expect(statusLine(page)).toContainText(words);
    const key = keys.get(name);
    if (key === undefined) continue;
    const sorted = numbers.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    await expect(bodyRows(page).first()).toContainText(sorted[0]!.number_display);
    const [row] = await readTable(page);
    expect(row).toMatchObject({ index: '1', Number: sorted[0]!.number_display });
  }
  expect(requests).toEqual([]);
});

test('then counts are exact, and a chosen value does not empty its own facet', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await expect(facet(page, 'Country')).toContainText('loaded rows');
  await loadAll(page);
  const requests = watchRequests(page);
  await expect(rail(page).getByText('loaded rows')).toHaveCount(0);
  const voices = rail(page).getByRole('group', { name: 'Voice' });
  const yesAndNo = (of: ApiNumber[]) => {
    const yes = of.filter(({ voice }) => voice).length;
    return `${yes} yes · ${of.length - yes} no`;
  };
  await expect.poll(() => facetCounts(page, 'Country')).toEqual(countBy(numbers, countryName));
  await expect.poll(() => facetCounts(page, 'Type')).toEqual(countBy(numbers, typeWord));
  await expect(voices).toContainText(yesAndNo(numbers));

  await facetValue(page, 'Country', 'United Kingdom').click();
  const british = numbers.filter(({ country_code }) => country_code === 'GB');
  await expect(statusLine(page)).toContainText(`${british.length} of all 500 rows match`);
  await expect.poll(() => facetCounts(page, 'Country')).toEqual(countBy(numbers, countryName));
  const none = { Local: 0, Mobile: 0, 'Toll-free': 0, SIP: 0 };
  await expect
    .poll(() => facetCounts(page, 'Type'))
    .toEqual({ ...none, ...countBy(british, typeWord) });
  await expect(voices).toContainText(yesAndNo(british));
  expect(requests).toEqual([]);
});

test('under a filter only its rows are loaded: without the filter Apifonica is asked again', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const local = await walk(url, { type: 'local' });
  const requests = await openWhole(page, `${url}/?type=local`);
  await expect(statusLine(page)).toContainText(`All ${local.length} matches loaded,`);
  await expect.poll(() => shown(page)).toEqual(displays(local));
  await rail(page).getByRole('group', { name: 'Voice' }).getByText('No', { exact: true }).click();
  const silent = local.filter(({ voice }) => !voice);
  await expect(statusLine(page)).toContainText(
    `${silent.length} of all ${local.length} rows match`,
  );
  expect(requests).toEqual([]);

  const queries = watchQueries(page);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(statusLine(page)).toContainText(/\d+ loaded, more available/);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '-1');
  await expect(facet(page, 'Country')).toContainText('loaded rows');
  expect(queries[0]).toEqual({});
  await loadedAhead(page);

  const asked = requests.length;
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(`${url}/?type=local`);
  await expect(statusLine(page)).toContainText(`All ${local.length} matches loaded,`);
  await expect.poll(() => shown(page)).toEqual(displays(local));
  expect(requests.slice(asked)).toEqual([]);
});
