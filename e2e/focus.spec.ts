import type { Page } from '@playwright/test';
import { refuseWith } from './faults/answer-faults.ts';
import { expect, test, unhurried } from './faults/dashboard.ts';
import { holdWalk, openWalking } from './held-walk.ts';
import { facetValue } from './rail.ts';
import { allLoaded, grid, loadedAhead, statusLine } from './table.ts';

const size = 300;
const focused = (page: Page) => page.locator(':focus');

test('removing a filter moves the focus to the next filter, and after the last one to the control beside', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(`${url}/?type=local&voice=true&messaging=true`);
  await page.getByRole('button', { name: 'Remove filter Type' }).press('Enter');
  await expect(focused(page)).toHaveAccessibleName(/^Remove filter Voice/);
  await focused(page).press('Enter');
  await expect(focused(page)).toHaveAccessibleName(/^Remove filter Messaging/);
  await page.getByRole('button', { name: 'Clear all' }).press('Enter');
  await expect(focused(page)).toHaveAccessibleName('Views');
});

test('a notice that is dismissed leaves the focus in the table', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await statusLine(page).getByRole('button', { name: 'Refresh' }).click();
  const notice = page.getByRole('group', { name: 'Nothing has changed' });
  await notice.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(notice).toBeHidden();
  await expect(grid(page).locator(':focus')).toHaveText('Number');
});

test('a reader who removed the focus does not get it back', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await facetValue(page, 'Type', 'Mobile').click();
  const chip = page.getByRole('button', { name: 'Remove filter Type' });
  await chip.focus();
  await chip.blur();
  await page.goBack();
  await expect(chip).toBeHidden();
  await expect(statusLine(page)).toContainText('All 60 loaded');
  await expect(focused(page)).toHaveCount(0);
});

test('a dialog opened without a focus leaves none when closed, and keys still work', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(focused(page)).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('the rest is loaded and selected, and the focus stays among the actions of the selection', async ({
  page,
  startDashboard,
}) => {
  const { server } = await startDashboard(unhurried, size);
  await page.goto(server.url);
  await loadedAhead(page);
  await grid(page).locator('[role=row] [role=rowheader]').first().focus();
  await page.keyboard.press('Control+a');
  const selection = page.getByRole('region', { name: 'Selection' });
  await selection.getByRole('button', { name: 'Load the rest and select it' }).press('Enter');
  await expect(selection).toContainText(`All ${size} rows selected`, { ignoreCase: true });
  await expect(selection.locator(':focus')).toHaveCount(1);
});

test.describe('a walk that stops', () => {
  test.use({ requestsFail: true });

  test('Try again leaves the focus in the table', async ({ page, startDashboard }) => {
    const dashboard = await startDashboard(unhurried, size);
    const walk = await openWalking(page, dashboard);
    dashboard.upstream.set(refuseWith(401));
    for (const exchange of walk.held.splice(0)) refuseWith(401)(exchange);
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toBeVisible();
    await dashboard.upstream.heal();
    await alert.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(allLoaded(page)).toBeVisible();
    await expect(grid(page).locator(':focus')).toHaveText('Number');
  });
});

test('an export that waits keeps the focus when its walk goes on', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  await openWalking(page, dashboard);
  await statusLine(page).getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Export 160 loaded rows' }).click();
  holdWalk(dashboard.upstream).holdAt(0);
  await page
    .getByRole('region', { name: 'Load the rest, then export' })
    .getByRole('button', { name: /^CSV/ })
    .press('Enter');
  await statusLine(page).getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Paused before exporting' }).press('Enter');
  await page.locator(':popover-open').getByRole('button', { name: 'Resume' }).press('Enter');
  await expect(focused(page)).toHaveText('Cancel the export');
  await dashboard.upstream.heal();
});
