import type { Page } from '@playwright/test';
import { refuseWith } from './faults/answer-faults.ts';
import { expect, test, unhurried } from './faults/dashboard.ts';
import { exportRows, notices, readNumbers, tryAgain } from './faults/page.ts';
import { holdWalk, loadedBefore, openWalking } from './held-walk.ts';
import { facetValue } from './rail.ts';
import { watchRequests } from './requests.ts';
import { allLoaded, bodyRows, grid, readTable, sortButton, statusLine } from './table.ts';
import { toast } from './toast.ts';

const size = 300;
const press = (page: Page, name: string) =>
  statusLine(page).getByRole('button', { name, exact: true }).click();
const box = (page: Page) => page.getByRole('textbox', { name: 'Search numbers' });
const bar = (page: Page) => page.getByRole('progressbar');

/** Expects every row of the account, and a page that says so. */
async function expectWhole(page: Page, numbers: string[]) {
  await expect(statusLine(page)).toContainText(
    new RegExp(`All ${numbers.length} (matches )?loaded,`),
  );
  expect((await readNumbers(page)).toSorted()).toEqual(numbers.toSorted());
}

/** Expects the rows of a walk so far, and no claim that the list is complete. */
async function expectPart(page: Page, rows: number) {
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '-1');
  await expect(allLoaded(page)).toBeHidden();
  await expect(page.getByRole('button', { name: `Export ${rows} loaded rows` })).toBeVisible();
}

test('the count grows while rows arrive, with the rate or a note that none arrive, and no bar while the total is unknown', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  const walk = await openWalking(page, dashboard);
  const slow = 'Waiting for Apifonica, which is slow to answer…';
  // On a slow machine, this step may come only after a while without rows.
  await expect(statusLine(page)).toContainText(new RegExp(`[\\d,]+ a second|${slow}`));
  await expect(statusLine(page)).toContainText(slow, { timeout: 60_000 });
  await expect(statusLine(page)).not.toContainText('about');
  await expect(bar(page)).toHaveCount(0);
  await expectPart(page, 160);
  walk.release();
  await expectWhole(page, dashboard.upstream.account.numbers());
  await expect(statusLine(page)).not.toContainText(/a second|Waiting/);
});

test('rows that have arrived can be sorted, searched, filtered and opened', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  const walk = await openWalking(page, dashboard);
  await sortButton(page, 'Number').click();
  await sortButton(page, 'Number').click();
  await expect(statusLine(page)).toContainText('Sorted by number within 160 loaded rows');
  await expect(bodyRows(page).first()).toContainText('6 0159');

  await box(page).fill('desk 15');
  await expect(statusLine(page)).toContainText('11 of 160 loaded rows match');
  const requests = watchRequests(page);
  await facetValue(page, 'Type', 'Mobile').click();
  await expect(statusLine(page)).toContainText('5 of 160 loaded rows match');
  expect((await readTable(page)).map((row) => row.Name)).toEqual([
    'Desk 159',
    'Desk 156',
    'Desk 153',
    'Desk 150',
    'Desk 15',
  ]);
  await bodyRows(page).nth(1).click();
  await expect(page.getByRole('complementary')).toContainText('Desk 156');
  expect(requests).toEqual([]);

  await facetValue(page, 'Type', 'Mobile').click();
  await box(page).fill('desk 299');
  await expect(page.getByRole('heading', { name: 'No match in 160 loaded rows' })).toBeVisible();
  await expect(page.getByText('The rest is being loaded and searched.')).toBeVisible();
  walk.release();
  await expect(statusLine(page)).toContainText('1 of all 300 rows match');
  await expect(bodyRows(page)).toHaveCount(1);
});

test('a pause keeps the rows and sends no request; resuming requests the rest only', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  const { upstream } = dashboard;
  const walk = await openWalking(page, dashboard);
  await press(page, 'Pause');
  await expect(statusLine(page)).toContainText('Paused with 160 loaded, more available');
  await Promise.all(walk.held.map(({ cancelled }) => cancelled));
  await expectPart(page, 160);
  await expect(page.getByText('Loading is paused; more rows are available.')).toBeAttached();
  await box(page).fill('desk 299');
  await expect(page.getByRole('heading', { name: 'No match in 160 loaded rows' })).toBeVisible();
  await box(page).fill('');

  const asked = upstream.exchanges.length;
  const requests = watchRequests(page);
  await upstream.heal();
  await press(page, 'Resume');
  await expectWhole(page, upstream.account.numbers());
  expect(requests).toEqual([expect.stringMatching(/^\/api\/inventory\?checkpoint=[\w.-]+$/)]);
  // The remaining pages of each chain, and perhaps the page before, but never its first page.
  const rest = upstream.exchanges.slice(asked).map(({ query }) => query.get('next'));
  expect(rest).not.toContain(null);
  expect(rest.length).toBeLessThanOrEqual(2 * (4 + 1));
});

test('cancelling gives the earlier list back; the next walk goes on from what was read', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  const { upstream } = dashboard;
  const walk = await openWalking(page, dashboard);
  await press(page, 'Cancel');
  await expect(statusLine(page)).toContainText(`${loadedBefore} loaded, more available`);
  await Promise.all(walk.held.map(({ cancelled }) => cancelled));
  await expectPart(page, loadedBefore);
  await expect(toast(page)).toHaveText(
    'Stopped. The 160 numbers read are kept for the next search or load',
  );
  await upstream.heal();
  const requests = watchRequests(page);
  await press(page, 'Load all');
  await expectWhole(page, upstream.account.numbers());
  expect(requests).toEqual([expect.stringMatching(/^\/api\/inventory\?checkpoint=[\w.-]+$/)]);
});

test('a paused walk can be cancelled, too', async ({ page, startDashboard }) => {
  await openWalking(page, await startDashboard(unhurried, size));
  await press(page, 'Pause');
  await press(page, 'Cancel');
  await expectPart(page, loadedBefore);
  await expect(statusLine(page).getByRole('button', { name: 'Load all' })).toBeEnabled();
});

test('a second press where Load all was pauses the walk and cancels nothing', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  const walk = holdWalk(dashboard.upstream);
  walk.holdAt(120);
  await page.goto(dashboard.server.url);
  await expect(statusLine(page)).toContainText(`${loadedBefore} loaded`);
  const button = statusLine(page).getByRole('button', { name: 'Load all' });
  const { x, y, width, height } = (await button.boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect(statusLine(page)).toContainText('Loading the whole list');
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect(statusLine(page)).toContainText('Paused with');
});

test('a bar shows only when an earlier complete walk of the same filters gives an estimate', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  const { server, upstream } = dashboard;
  const first = await openWalking(page, dashboard);
  await expect(bar(page)).toHaveCount(0);
  first.release();
  await expect(allLoaded(page)).toBeVisible();

  const second = await openWalking(page, dashboard);
  await expect(bar(page)).toHaveAccessibleName('Loading the whole list, estimated progress');
  await expect(bar(page)).toHaveAttribute('max', String(size));
  await expect(bar(page)).toHaveAttribute('value', '160');
  await expect(statusLine(page)).toContainText('160 so far, about 140 to go');
  second.release();
  await expect(allLoaded(page)).toBeVisible();

  const other = holdWalk(upstream);
  other.holdAt(120);
  await page.goto(`${server.url}/?type=local`);
  await expect(statusLine(page)).toContainText('loaded, more available');
  await press(page, 'Load all');
  await expect(statusLine(page)).toContainText('Loading the whole list');
  await expect.poll(() => other.held.length).toBe(2);
  await expect(bar(page)).toHaveCount(0);
  await expect(statusLine(page)).not.toContainText('about');
});

test.describe('a walk fails', () => {
  test.use({ requestsFail: true });

  test('Apifonica refuses: the rows stay, and Try again loads the rest', async ({
    page,
    startDashboard,
  }) => {
    const dashboard = await startDashboard(unhurried, size);
    const { upstream } = dashboard;
    const walk = await openWalking(page, dashboard);
    upstream.set(refuseWith(401));
    for (const exchange of walk.held.splice(0)) refuseWith(401)(exchange);
    await expect(notices(page)).toContainText('Apifonica refused the credentials');
    await expect(notices(page)).toHaveCount(1);
    await expect(statusLine(page)).toContainText('160 loaded, then stopped');
    await expectPart(page, 160);
    const { name, numbers } = await exportRows(page);
    expect(name).toContain('_partial_160_');
    expect(numbers.toSorted()).toEqual(upstream.account.numbers().slice(0, 160).toSorted());

    const requests = watchRequests(page);
    await upstream.heal();
    await tryAgain(page).click();
    await expectWhole(page, upstream.account.numbers());
    await expect(notices(page)).toHaveCount(0);
    expect(requests).toEqual([expect.stringMatching(/^\/api\/inventory\?checkpoint=/)]);
  });

  test('a stream that is cut never counts as complete', async ({ page, startDashboard }) => {
    const dashboard = await startDashboard(unhurried, size);
    await openWalking(page, dashboard);
    dashboard.server.process.kill('SIGKILL');
    await expect(notices(page)).toContainText('The connection was lost');
    await expect(statusLine(page)).toContainText('160 loaded, then stopped');
    await expectPart(page, 160);
    await tryAgain(page).click();
    await expect(notices(page)).toContainText('The dashboard server does not answer');
    await expectPart(page, 160);
  });
});

test('a walk that is left for another filter pauses, and can be resumed', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  const { server, upstream } = dashboard;
  const local = upstream.account.matching(new URLSearchParams('type=local'));
  const walk = holdWalk(upstream);
  walk.holdAt(200);
  await page.goto(`${server.url}/?type=local`);
  await expect(statusLine(page)).toContainText('loaded, more available');
  await press(page, 'Load all');
  await expect(statusLine(page)).toContainText('Loading the whole list');
  await expect.poll(() => walk.held.length).toBe(2);

  await page.getByRole('button', { name: 'Clear all' }).click();
  await Promise.all(walk.held.map(({ cancelled }) => cancelled));
  await expect(statusLine(page)).toContainText(/^\d+ loaded, more available/);
  await upstream.heal();
  await page.goBack();
  await expect(statusLine(page)).toContainText(/^Paused with \d+ loaded, more available/);
  await press(page, 'Resume');
  await expectWhole(
    page,
    local.map(({ number }) => number),
  );
});
