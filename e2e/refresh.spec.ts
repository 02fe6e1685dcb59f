import type { Page } from '@playwright/test';
import { said } from './announcements.ts';
import { refuseWith } from './faults/answer-faults.ts';
import { type Dashboard, expect, test, unhurried } from './faults/dashboard.ts';
import { notices, readNumbers, tryAgain } from './faults/page.ts';
import { answerWell, type Exchange, type RawUpstream } from './faults/raw-upstream.ts';
import { holdWalk } from './held-walk.ts';
import { watchQueries, watchRequests } from './requests.ts';
import { bodyRows, grid, loadAll, loadedAhead, readTable, statusLine } from './table.ts';

const size = 140;
const refresh = (page: Page) =>
  statusLine(page).getByRole('button', { name: 'Refresh', exact: true });
const notice = (page: Page) => page.getByRole('main').getByRole('group', { name: /since .+\.$/ });
const box = (page: Page) => page.getByRole('textbox', { name: 'Search numbers' });
const rowOf = (page: Page, name: string) => bodyRows(page).filter({ hasText: name });
const mark = (page: Page, name: string) => rowOf(page, name).getByRole('rowheader');

/** Expects the list of the account in its present state. */
async function expectAccount(page: Page, { account }: RawUpstream) {
  expect((await readNumbers(page)).toSorted()).toEqual(account.numbers().toSorted());
}

/** Presses Refresh, and holds its request until the function that it resolves with is called. */
async function refreshHeld(page: Page, upstream: RawUpstream): Promise<() => Promise<void>> {
  const held: Exchange[] = [];
  upstream.set((exchange) => void held.push(exchange));
  await refresh(page).click();
  await expect.poll(() => held.length).toBe(1);
  return async () => {
    await upstream.heal();
    for (const exchange of held) answerWell(exchange);
  };
}

/** Loads the whole account, and then changes the account. */
async function openOutdated(page: Page, { server, upstream }: Dashboard) {
  await page.goto(server.url);
  await expect(statusLine(page)).toContainText('loaded, more available');
  await loadAll(page);
  upstream.account.remove(7);
  upstream.account.change(5, { name: 'Renamed desk', updated: 'Fri, 01 Apr 2016 11:17:21 +0300' });
  upstream.account.add(200);
}

test('the list is read again in the background, and changes are counted and marked', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  const { upstream } = dashboard;
  await openOutdated(page, dashboard);
  const walk = holdWalk(upstream);
  walk.holdAt(100);
  const requests = watchRequests(page);
  await refresh(page).click();
  await expect(statusLine(page)).toContainText(/Refreshing the list: \d+ so far, about \d+ to go/);
  await expect(statusLine(page)).toContainText(`All ${size} loaded,`);
  await expect(page.getByRole('progressbar')).toHaveAccessibleName(
    'Refreshing the list, estimated progress',
  );
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(size + 1));
  const before = await readTable(page);
  expect(before.map((row) => row.Name)).toContain('Desk 7');
  walk.release();

  await expect(notice(page)).toContainText(/^1 new, 1 gone, 1 changed since \d+:\d\d/);
  expect(requests).toEqual(['/api/inventory?fresh=true']);
  await expect(statusLine(page)).toContainText(`All ${size} loaded,`);
  await expectAccount(page, upstream);

  await box(page).fill('desk');
  await expect(mark(page, 'Renamed desk')).toContainText('changed');
  await expect(mark(page, 'Desk 6')).not.toContainText(/new|changed/);
  await box(page).fill('desk 200');
  await expect(mark(page, 'Desk 200')).toContainText('new');
  await notice(page).getByRole('button', { name: 'Show the 2 numbers marked' }).click();
  const marked = page.locator(':popover-open').getByRole('listitem');
  await expect(marked).toHaveCount(2);
  await marked.getByRole('button').last().click();
  await expect(page.getByRole('complementary')).toContainText('Renamed desk');
  await page.keyboard.press('Escape');
  await notice(page).getByRole('button', { name: 'Show the 1 number gone' }).click();
  const gone = page.getByRole('listitem').filter({ hasText: '+44 20 7946 0007' });
  await expect(gone).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');

  await notice(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices(page)).toHaveCount(0);
  await expect(mark(page, 'Desk 200')).not.toContainText('new');
  await box(page).fill('renamed');
  await expect(mark(page, 'Renamed desk')).not.toContainText('changed');
  await expect(statusLine(page)).toContainText(`1 of all ${size} rows match`);
});

test('a refresh without changes says so, too', async ({ page, startDashboard }) => {
  const { server, upstream } = await startDashboard(unhurried, size);
  await page.goto(server.url);
  await expect(statusLine(page)).toContainText('loaded, more available');
  await loadAll(page);
  await refresh(page).click();
  await expect(notice(page)).toContainText(/^Nothing has changed since \d+:\d\d/);
  await notice(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices(page)).toHaveCount(0);
  await expectAccount(page, upstream);
});

test('a short list, whose pages were read to their end, is read again in the same way', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard(unhurried, 40);
  await page.goto(server.url);
  await expect(statusLine(page)).toContainText('All 40 loaded,');
  upstream.account.remove(3);
  await refresh(page).click();
  await expect(notice(page)).toContainText(/^1 gone since/);
  await expect(statusLine(page)).toContainText('All 39 loaded,');
  await expectAccount(page, upstream);
});

test('stopping the refresh leaves the list as it was', async ({ page, startDashboard }) => {
  const dashboard = await startDashboard(unhurried, size);
  await openOutdated(page, dashboard);
  const walk = holdWalk(dashboard.upstream);
  walk.holdAt(100);
  await refresh(page).click();
  await expect.poll(() => walk.held.length).toBe(2);
  await statusLine(page).getByRole('button', { name: 'Stop refreshing' }).click();
  await Promise.all(walk.held.map(({ cancelled }) => cancelled));
  await expect(refresh(page)).toBeFocused();
  await expect(notices(page)).toHaveCount(0);
  await expect(statusLine(page)).toContainText(`All ${size} loaded,`);
  await box(page).fill('Desk 7');
  await expect(rowOf(page, 'Desk 7').first()).toBeVisible();
});

test('of a list that is loaded in part, it is said while it lasts', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard(unhurried, 200);
  await page.goto(server.url);
  await loadedAhead(page);
  const answer = await refreshHeld(page, upstream);
  await expect(statusLine(page)).toContainText(/^\d+ loaded, more available.*Refreshing the list/);
  await expect(said(page, 'Refreshing the list')).toBeAttached();
  await answer();
  await expect(statusLine(page)).not.toContainText('Refreshing the list');
  await expect(statusLine(page)).toContainText('loaded, more available');
});

test.describe('a list that is loaded in part and scrolled', () => {
  const rowsBefore = 160;
  const desk = (page: Page, n: number) =>
    bodyRows(page).filter({ has: page.getByText(`Desk ${n}`, { exact: true }) });
  const tick = (page: Page, n: number) => desk(page, n).getByRole('checkbox').click();
  const selection = (page: Page) => page.getByRole('region', { name: 'Selection' });
  const selected = (page: Page) => grid(page).getByRole('row', { selected: true });
  const scrollTop = (page: Page) =>
    grid(page).evaluate((element) => element.parentElement!.scrollTop);

  /** Scrolls to row 60, ticks three rows there and opens another one. */
  async function openScrolled(page: Page, { server }: Dashboard) {
    await page.goto(server.url);
    await loadedAhead(page);
    await grid(page).evaluate((element) => {
      element.parentElement!.scrollTop = 60 * 34 + 7;
    });
    await expect(statusLine(page)).toContainText(`${rowsBefore} loaded, more available`);
    for (const n of [61, 63, 66]) await tick(page, n);
    await desk(page, 70).getByText('Desk 70').click();
    await expect(page.getByRole('complementary')).toContainText('Desk 70');
    return scrollTop(page);
  }

  test('it keeps its place, its count, the open row and the ticked rows', async ({
    page,
    startDashboard,
  }) => {
    const dashboard = await startDashboard(unhurried, 300);
    const { upstream } = dashboard;
    const top = await openScrolled(page, dashboard);
    upstream.account.change(62, {
      name: 'Renamed desk',
      updated: 'Fri, 01 Apr 2016 11:17:21 +0300',
    });
    const queries = watchQueries(page);
    await refresh(page).click();
    await expect(rowOf(page, 'Renamed desk')).toBeVisible();
    await expect(statusLine(page)).toContainText(`${rowsBefore} loaded, more available`);
    expect(await scrollTop(page)).toBe(top);
    await expect(selected(page)).toHaveCount(3);
    await expect(selection(page)).toContainText('3 loaded rows selected');
    await expect(page.getByRole('complementary')).toContainText('Desk 70');
    expect(queries).toHaveLength(rowsBefore / 20);
    await page.getByRole('complementary').press('Escape');
    await expect(desk(page, 70).getByRole('rowheader')).toBeFocused();
  });

  test('rows that the pages no longer have stay selected until the whole list lacks them', async ({
    page,
    startDashboard,
  }) => {
    const dashboard = await startDashboard(unhurried, 300);
    const { upstream } = dashboard;
    const top = await openScrolled(page, dashboard);
    upstream.account.remove(63);
    upstream.account.remove(5);
    await refresh(page).click();
    await expect(selection(page)).toContainText('3 rows selected');
    await expect(selection(page)).toContainText('1 of them not among the loaded rows');
    await expect(selected(page)).toHaveCount(2);
    // Row 5 was above: every row stands one place earlier, and the view follows.
    expect(await scrollTop(page)).toBe(top - 34);
    await page.getByRole('complementary').press('Escape');
    await loadAll(page);
    const words = '1 selected row is no longer in the list and was deselected.';
    await expect(selection(page)).toContainText(words);
    await expect(said(page, words)).toBeAttached();
    await expect(selection(page)).toContainText('2 rows selected');
    for (const n of [61, 66]) await tick(page, n);
    await expect(selection(page)).toBeHidden();
  });

  test('rows that only moved behind the loaded ones stay selected', async ({
    page,
    startDashboard,
  }) => {
    const dashboard = await startDashboard(unhurried, 300);
    await openScrolled(page, dashboard);
    for (let n = 0; n < 95; n += 1) dashboard.upstream.account.add(1000 + n, 0);
    const answer = await refreshHeld(page, dashboard.upstream);
    await expect(statusLine(page)).toContainText('Refreshing the list');
    await answer();
    await expect(statusLine(page)).not.toContainText('Refreshing the list');
    await expect(selection(page)).toContainText(/3 (loaded )?rows selected/);
    await page.getByRole('complementary').press('Escape');
    await loadAll(page);
    await expect(selection(page)).toContainText('3 rows selected');
    await expect(selection(page)).not.toContainText(/not among|no longer in the list/);
  });

  test('when the only ticked row is gone, this is said until it is dismissed', async ({
    page,
    startDashboard,
  }) => {
    const { server, upstream } = await startDashboard(unhurried, 300);
    await page.goto(server.url);
    await loadedAhead(page);
    await tick(page, 3);
    upstream.account.remove(3);
    await refresh(page).click();
    await expect(selection(page)).toContainText('1 of them not among the loaded rows');
    await loadAll(page);
    await expect(selection(page)).toHaveText(/^1 selected row is no longer in the list/);
    await selection(page).getByRole('button', { name: 'Dismiss' }).click();
    await expect(selection(page)).toBeHidden();
  });
});

test.describe('it fails', () => {
  test.use({ requestsFail: true });

  test('the list stays complete as it was, and Try again reads it again', async ({
    page,
    startDashboard,
  }) => {
    const dashboard = await startDashboard(unhurried, size);
    const { upstream } = dashboard;
    await openOutdated(page, dashboard);
    upstream.set(refuseWith(401), { where: ({ query }) => query.has('next') });
    await refresh(page).click();
    await expect(notices(page)).toContainText('Apifonica refused the credentials');
    await expect(notices(page)).toHaveCount(1);
    await expect(statusLine(page)).toContainText(`All ${size} loaded,`);
    await expect(grid(page)).toHaveAttribute('aria-rowcount', String(size + 1));
    await expect(rowOf(page, 'Desk 7').first()).toBeVisible();
    await expect(rowOf(page, 'Desk 5').first()).toBeVisible();

    await upstream.heal();
    await tryAgain(page).click();
    await expect(notice(page)).toContainText('1 new, 1 gone, 1 changed');
    await expectAccount(page, upstream);
  });

  test('a list that is loaded in part keeps its rows, and Try again reads it again', async ({
    page,
    startDashboard,
  }) => {
    const { server, upstream } = await startDashboard(unhurried, 200);
    await page.goto(server.url);
    await loadedAhead(page);
    upstream.set(refuseWith(401));
    await refresh(page).click();
    await expect(notices(page)).toContainText('Apifonica refused the credentials');
    await expect(statusLine(page)).toContainText(/^\d+ loaded, more available/);
    await expect(rowOf(page, 'Desk 5').first()).toBeVisible();
    await expect(statusLine(page).getByRole('button', { name: 'Load all' })).toBeEnabled();

    upstream.account.change(5, {
      name: 'Renamed desk',
      updated: 'Fri, 01 Apr 2016 11:17:21 +0300',
    });
    await upstream.heal();
    await tryAgain(page).click();
    await expect(rowOf(page, 'Renamed desk')).toBeVisible();
    await expect(notices(page)).toHaveCount(0);
    await expect(statusLine(page)).toContainText('loaded, more available');
  });

  test('the notice of the failure can be dismissed, and the list stays as it was', async ({
    page,
    startDashboard,
  }) => {
    const dashboard = await startDashboard(unhurried, size);
    await openOutdated(page, dashboard);
    dashboard.upstream.set(refuseWith(401));
    await refresh(page).click();
    await notices(page).getByRole('button', { name: 'Dismiss' }).click();
    await expect(notices(page)).toHaveCount(0);
    await expect(statusLine(page)).toContainText(`All ${size} loaded,`);
    await expect(refresh(page)).toBeEnabled();
  });

  test('after a failed first page, the list is never called empty while it is read again', async ({
    page,
    startDashboard,
  }) => {
    const { server, upstream } = await startDashboard(unhurried, size);
    upstream.set(refuseWith(401));
    await page.goto(server.url);
    await expect(statusLine(page)).toContainText('Nothing loaded');
    const answer = await refreshHeld(page, upstream);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(statusLine(page)).toContainText('Loading the first numbers');
    await expect(page.getByRole('heading', { name: 'This account rents no numbers' })).toHaveCount(
      0,
    );
    await answer();
    await expect(statusLine(page)).toContainText('loaded, more available');
  });

  test('a part of the list can be read to its end after a failed refresh, whose notice stays', async ({
    page,
    startDashboard,
  }) => {
    const { server, upstream } = await startDashboard(unhurried, 200);
    await page.goto(server.url);
    await loadedAhead(page);
    upstream.set(refuseWith(401), { times: 1, of: 'all' });
    await refresh(page).click();
    await expect(notices(page)).toContainText('Apifonica refused the credentials');
    await expect(statusLine(page)).toContainText('loaded, more available');
    await expectAccount(page, upstream);
    await expect(statusLine(page)).toContainText('All 200 loaded,');
    await expect(notices(page)).toContainText('Apifonica refused the credentials');
    await notices(page).getByRole('button', { name: 'Dismiss' }).click();
    await expect(notices(page)).toHaveCount(0);
  });
});
