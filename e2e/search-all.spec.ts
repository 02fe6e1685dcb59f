import type { Page } from '@playwright/test';
import { said } from './announcements.ts';
import { refuseWith } from './faults/answer-faults.ts';
import { type Dashboard, expect, test, unhurried } from './faults/dashboard.ts';
import { notices } from './faults/page.ts';
import { holdWalk, loadedBefore } from './held-walk.ts';
import { facet, facetValue } from './rail.ts';
import { watchRequests } from './requests.ts';
import { bodyRows, grid, readTable, statusLine } from './table.ts';
import { toast } from './toast.ts';

const size = 300;
const box = (page: Page) => page.getByRole('textbox', { name: 'Search numbers' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const details = (page: Page) => page.getByRole('complementary');
const names = async (page: Page) => (await readTable(page)).map((row) => row.Name);
const scrollTop = (page: Page) =>
  grid(page).evaluate((element) => element.parentElement!.scrollTop);
/** A text as the page quotes it. */
const quoted = (text: string) => `“${text}”`;

async function open(page: Page, { server }: Pick<Dashboard, 'server'>, search = '') {
  await page.goto(server.url + search);
  await expect(statusLine(page)).toContainText(`${loadedBefore} loaded, more available`);
}

test('Enter searches all numbers; matches appear as they arrive, and its end is said', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  await open(page, dashboard);
  const walk = holdWalk(dashboard.upstream);
  walk.holdAt(200);
  await box(page).fill('desk 18');
  await expect(statusLine(page)).toContainText('1 of 100 loaded rows matches');
  await page.keyboard.press('Enter');
  await expect(statusLine(page)).toContainText('Searching all numbers… 200 read, 11 matches');
  await expect(said(page, /^Searching all numbers… \d+ read/)).toBeAttached();
  const matching = ['Desk 18', ...Array.from('0123456789', (n) => `Desk 18${n}`)];
  expect((await names(page)).toSorted()).toEqual(matching);
  await expect(page.getByText('Searching all numbers… 200 read, 11 matches.')).toBeVisible();
  walk.release();
  await expect(statusLine(page)).toContainText('All 300 searched: 11 matches');
  await expect(said(page, 'All 300 searched: 11 matches')).toBeAttached();
  await expect(box(page)).toBeFocused();
  await expect(details(page)).toBeHidden();

  await box(page).fill('desk 1');
  await expect(statusLine(page)).toContainText(/^All 300 loaded, .*111 of all 300 rows match/);
});

test('Esc that closes the end of the findings does not stop the search', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  await open(page, dashboard);
  const walk = holdWalk(dashboard.upstream);
  walk.holdAt(200);
  await box(page).fill('desk 18');
  await page.keyboard.press('Enter');
  await expect(statusLine(page)).toContainText('Searching all numbers… 200 read, 11 matches');
  await bodyRows(page).last().getByRole('rowheader').focus();
  await page.keyboard.press('F8');
  const end = page.getByRole('region', { name: 'Findings', exact: true });
  await end.getByRole('button', { name: 'Dismiss' }).focus();
  await page.keyboard.press('Escape');
  await expect(end).toBeHidden();
  await expect(statusLine(page)).toContainText('Searching all numbers…');
  walk.release();
  await expect(statusLine(page)).toContainText('All 300 searched: 11 matches');
});

test('no match is said with its time once everything was searched, and never before', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  await open(page, dashboard);
  const walk = holdWalk(dashboard.upstream);
  walk.holdAt(200);
  await box(page).fill('no such desk');
  await expect(page.getByRole('heading', { name: 'No match in 100 loaded rows' })).toBeVisible();
  await button(page, 'Search all numbers').click();
  await expect(page.getByRole('heading', { name: 'Searching all numbers…' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('200 read, no match yet.');
  walk.release();
  await expect(
    page.getByRole('heading', { name: `No matches for ${quoted('no such desk')}` }),
  ).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/300 numbers searched, \d+:\d\d/);
  await expect(statusLine(page)).toContainText(/^No matches for “no such desk” \(checked \d+:\d\d/);
});

test('the filters that the search covers are said', async ({ page, startDashboard }) => {
  const dashboard = await startDashboard(unhurried, size);
  await page.goto(`${dashboard.server.url}/?type=local&q=nothing`);
  await expect(statusLine(page)).toContainText('more available');
  await box(page).press('Enter');
  await expect(statusLine(page)).toContainText(
    `No matches for ${quoted('nothing')}, Type: Local (checked`,
  );
  await expect(
    page.getByRole('heading', { name: `No matches for ${quoted('nothing')}, Type: Local` }),
  ).toBeVisible();
});

test('Escape stops the search and gives back rows, place, text and focus; again, it clears', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  await open(page, dashboard);
  await grid(page).evaluate((element) => {
    element.parentElement!.scrollTop = 500;
  });
  await expect(statusLine(page)).toContainText('120 loaded, more available');
  await box(page).fill('desk');
  await expect(statusLine(page)).toContainText('120 of 120 loaded rows match');
  await grid(page).evaluate((element) => {
    element.parentElement!.scrollTop = 900;
  });
  const walk = holdWalk(dashboard.upstream);
  walk.holdAt(200);
  await box(page).press('Enter');
  await expect(statusLine(page)).toContainText('Searching all numbers… 200 read, 200 matches');
  await grid(page).evaluate((element) => {
    element.parentElement!.scrollTop = 5000;
  });
  await page.keyboard.press('ArrowDown');
  await expect(grid(page).locator(':focus')).toHaveRole('rowheader');
  await page.keyboard.press('Escape');
  await Promise.all(walk.held.map(({ cancelled }) => cancelled));
  await expect(statusLine(page)).toContainText('120 loaded, more available');
  await expect(statusLine(page)).toContainText('120 of 120 loaded rows match');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('desk');
  expect(await scrollTop(page)).toBe(900);
  await expect(toast(page)).toHaveText(
    'Stopped. The 200 numbers read are kept for the next search or load',
  );

  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
  await expect(statusLine(page)).not.toContainText('match');
  expect(await scrollTop(page)).toBe(500);

  // The next search goes on from what was read, and from pages that were loaded since.
  const requests = watchRequests(page);
  await box(page).fill('desk 18');
  await box(page).press('Enter');
  await expect(statusLine(page)).toContainText(/Searching all numbers… 2\d\d read, 11 matches/);
  walk.release();
  await expect(statusLine(page)).toContainText('All 300 searched: 11 matches');
  expect(requests.filter((request) => request.startsWith('/api/inventory'))).toEqual([
    expect.stringMatching(/^\/api\/inventory\?checkpoint=[\w.-]+$/),
  ]);
});

test('a search of a walk that the reader had started leaves the walk going on', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  await open(page, dashboard);
  const walk = holdWalk(dashboard.upstream);
  walk.holdAt(200);
  await statusLine(page).getByRole('button', { name: 'Load all' }).click();
  await expect(statusLine(page)).toContainText('Loading the whole list: 200 so far');
  await box(page).fill('desk 7');
  await box(page).press('Enter');
  await expect(statusLine(page)).toContainText('Searching all numbers… 200 read');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(statusLine(page)).toContainText('Loading the whole list: 200 so far');
  walk.release();
  await expect(statusLine(page)).toContainText('All 300 loaded');
});

test('the countries keep their places while a search runs; one that is given up leaves none', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  const codes = ['GB', 'FR', 'DE', 'ES', 'IT', 'PL', 'EE', 'LT'];
  for (let row = 0; row < size; row += 1) {
    // Sweden has most of the numbers, and none of those that are loaded first.
    const country_code = row < loadedBefore ? codes[row % codes.length]! : 'SE';
    dashboard.upstream.account.change(row, { country_code, country_name: country_code });
  }
  const countries = async () =>
    (await facet(page, 'Country').getByRole('button').allInnerTexts()).map(
      (text) => text.split('\n')[0],
    );
  await open(page, dashboard);
  await expect
    .poll(countries)
    .toEqual([...['Estonia', 'France', 'Germany', 'Italy', 'Lithuania', 'Poland'], '2 more…']);
  const before = await countries();
  // A country that matches is not hidden.
  await box(page).fill('desk 24');
  await expect.poll(countries).toEqual([...before.slice(0, 6), 'United Kingdom', '1 more…']);

  const walk = holdWalk(dashboard.upstream);
  walk.holdAt(200);
  await box(page).fill('desk 18');
  await box(page).press('Enter');
  await expect(statusLine(page)).toContainText('Searching all numbers… 200 read, 11 matches');
  expect(await countries()).toEqual([...before.slice(0, 6), 'Sweden', '2 more…']);
  await page.keyboard.press('Escape');
  await expect(statusLine(page)).toContainText('100 loaded, more available');
  expect(await countries()).toEqual(before);

  await box(page).press('Enter');
  await facet(page, 'Country').hover();
  walk.release();
  await expect(statusLine(page)).toContainText('All 300 searched: 11 matches');
  expect(await countries()).toEqual([...before.slice(0, 6), 'Sweden', '2 more…']);
  await grid(page).hover();
  await expect.poll(async () => (await countries())[0]).toBe('Sweden');
});

test('clearing the text ends the search; pausing keeps what was read', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  await open(page, dashboard);
  const walk = holdWalk(dashboard.upstream);
  walk.holdAt(200);
  await box(page).fill('desk 7');
  await box(page).press('Enter');
  await expect(statusLine(page)).toContainText('Searching all numbers… 200 read');
  await page.getByRole('search').getByRole('button', { name: 'Clear search' }).click();
  await expect(statusLine(page)).toContainText('100 loaded, more available');

  await box(page).fill('desk 7');
  await box(page).press('Enter');
  await expect(statusLine(page)).toContainText('Searching all numbers… 200 read');
  await button(page, 'Pause').click();
  await expect(statusLine(page)).toContainText('Paused with 200 loaded');
  await box(page).press('Escape');
  await expect(box(page)).toHaveValue('');
  await expect(statusLine(page)).toContainText('Paused with 200 loaded');
  await box(page).fill('desk 8');
  walk.release();
  await box(page).press('Enter');
  await expect(statusLine(page)).toContainText('All 300 searched: 11 matches');
});

test.describe('one match', () => {
  test('opens at the end of the search', async ({ page, startDashboard }) => {
    const dashboard = await startDashboard(unhurried, size);
    await open(page, dashboard);
    await box(page).fill('desk 299');
    await page.keyboard.press('Enter');
    await expect(statusLine(page)).toContainText('All 300 searched: 1 match');
    await expect(details(page)).toContainText('Desk 299');
    await page.keyboard.press('Escape');
    await expect(bodyRows(page).getByRole('rowheader')).toBeFocused();
  });

  test('does not open when the reader has done something else', async ({
    page,
    startDashboard,
  }) => {
    const dashboard = await startDashboard(unhurried, size);
    await open(page, dashboard);
    const walk = holdWalk(dashboard.upstream);
    walk.holdAt(200);
    await box(page).fill('desk 299');
    await page.keyboard.press('Enter');
    await expect(statusLine(page)).toContainText('Searching all numbers… 200 read');
    await page.keyboard.press('Tab');
    walk.release();
    await expect(statusLine(page)).toContainText('All 300 searched: 1 match');
    await expect(bodyRows(page)).toHaveCount(1);
    await expect(details(page)).toBeHidden();
    await box(page).press('Enter');
    await expect(details(page)).toContainText('Desk 299');
  });

  test('of a complete list opens at once, without a request', async ({ page, startDashboard }) => {
    const { server } = await startDashboard(unhurried, 40);
    await page.goto(server.url);
    await expect(statusLine(page)).toContainText('All 40 loaded');
    const requests = watchRequests(page);
    await box(page).fill('desk 39');
    await page.keyboard.press('Enter');
    await expect(details(page)).toContainText('Desk 39');
    expect(requests).toEqual([]);
  });
});

test('↓ goes to the first row in view, or back to the active cell', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  await open(page, dashboard);
  await box(page).press('ArrowDown');
  await expect(bodyRows(page).first().getByRole('rowheader')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(grid(page).locator(':focus')).toHaveText('Desk 1');
  await box(page).fill('desk 9');
  await page.keyboard.press('ArrowDown');
  await expect(grid(page).locator(':focus')).toHaveText('Desk 90');
});

test('filters by months and checks are searched for in all numbers too', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  await page.goto(`${dashboard.server.url}/?rented=2031-01..2031-12`);
  await expect(page.getByRole('heading', { name: /^No match in \d+ loaded rows/ })).toBeVisible();
  await button(page, 'Search all numbers').click();
  await expect(
    page.getByRole('heading', {
      name: 'No matches for Rented: Jan 2031 to Dec 2031',
    }),
  ).toBeVisible();
  await expect(statusLine(page)).toContainText(
    'No matches for Rented: Jan 2031 to Dec 2031 (checked',
  );
});

test('filters of the loaded rows are said beside the text', async ({ page, startDashboard }) => {
  const dashboard = await startDashboard(unhurried, 40);
  await page.goto(`${dashboard.server.url}/?check=error&rented=2031-01..2031-12`);
  await box(page).fill('nothing');
  await box(page).press('Enter');
  await expect(statusLine(page)).toContainText(
    `No matches for ${quoted('nothing')}, Check: Errors, Rented: Jan 2031 to Dec 2031 (checked`,
  );
});

test.describe('it fails', () => {
  test.use({ requestsFail: true });

  test('the rows read so far stay, and Escape gives back the list from before', async ({
    page,
    startDashboard,
  }) => {
    const dashboard = await startDashboard(unhurried, size);
    const { upstream } = dashboard;
    await open(page, dashboard);
    upstream.set(refuseWith(401), {
      where: ({ query }) => Number.parseInt(query.get('next')?.slice(1) ?? '0', 10) >= 140,
    });
    await box(page).fill('desk');
    await page.keyboard.press('Enter');
    await expect(notices(page)).toContainText('Apifonica refused the credentials');
    await box(page).press('Escape');
    await expect(notices(page)).toHaveCount(0);
    await expect(statusLine(page)).toContainText('100 loaded, more available');
    await expect(box(page)).toHaveValue('desk');
    await expect(facetValue(page, 'Type', 'Local')).toBeVisible();
    await expect(facet(page, 'Type')).toContainText('loaded rows');
  });
});
