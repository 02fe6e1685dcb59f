import type { Page } from '@playwright/test';
import { recordAnnouncements, said } from './announcements.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test, unhurried } from './faults/dashboard.ts';
import { holdWalk, loadedBefore, openWalking } from './held-walk.ts';
import { allLoaded, bodyRows, grid, loadAll, statusLine } from './table.ts';

const size = 300;
const button = (page: Page, name: string) =>
  statusLine(page).getByRole('button', { name, exact: true });

test('nothing for axe to find in any state of a load', async ({ page, startDashboard }) => {
  // Reading the whole page twice in each state takes many times as long on a busy machine.
  test.slow();
  const dashboard = await startDashboard(unhurried, size);
  const { server, upstream } = dashboard;
  await test.step('a walk with a bar', async () => {
    await page.goto(server.url);
    await loadAll(page);
    await openWalking(page, dashboard);
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expectNoViolations(page, 'a walk with a bar');
  });
  await test.step('a paused walk', async () => {
    await button(page, 'Pause').click();
    await expect(button(page, 'Resume')).toBeVisible();
    await expectNoViolations(page, 'a paused walk');
  });
  await test.step('an export that waits for a paused walk', async () => {
    await page.getByRole('button', { name: 'Export 160 loaded rows' }).click();
    holdWalk(upstream).holdAt(0);
    await page
      .getByRole('region', { name: 'Load the rest, then export' })
      .getByRole('button', { name: /^CSV/ })
      .click();
    await button(page, 'Pause').click();
    await page.getByRole('button', { name: 'Paused before exporting' }).click();
    await expect(page.getByRole('button', { name: 'Cancel the export' })).toBeVisible();
    await expectNoViolations(page, 'an export that waits for a paused walk');
  });
  await upstream.heal();
  await test.step('a whole list with what has changed', async () => {
    await page.goto(server.url);
    await loadAll(page);
    upstream.account.remove(3);
    upstream.account.change(2, { name: 'Renamed' });
    await button(page, 'Refresh').click();
    await page.getByRole('button', { name: 'Show the 1 number gone' }).click();
    await expect(page.getByText('No longer listed')).toBeVisible();
    await expect(bodyRows(page).filter({ hasText: 'Renamed' })).toContainText('changed');
    await expectNoViolations(page, 'a whole list with what has changed');
  });
});

test('by keyboard alone: load all, pause, go on, read again, with the focus always on the next step', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  await page.goto(dashboard.server.url);
  await expect(statusLine(page)).toContainText(`${loadedBefore} loaded`);
  await expect(button(page, 'Load all')).toBeVisible();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let stops = 0; (await focused()) !== 'Load all'; stops += 1) {
    expect(stops).toBeLessThan(60);
    await page.keyboard.press('Tab');
  }
  holdWalk(dashboard.upstream).holdAt(120);
  await page.keyboard.press('Enter');
  await expect(button(page, 'Pause')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Resume')).toBeFocused();
  await dashboard.upstream.heal();
  await page.keyboard.press('Enter');
  await expect(allLoaded(page)).toBeVisible();
  await expect(button(page, 'Refresh')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('main').getByRole('group', { name: 'Nothing has changed' }),
  ).toBeVisible();
  await expect(button(page, 'Refresh')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).not.toBe('Refresh');
});

test('each state of a load is announced once, and the row count is unknown until the list is complete', async ({
  page,
  startDashboard,
}) => {
  const heard = await recordAnnouncements(page);
  await page.addInitScript(() => {
    const counts: (string | null)[] = [];
    Object.assign(globalThis, { counts });
    new MutationObserver(() => {
      const count = document.querySelector('[role=grid]')?.getAttribute('aria-rowcount');
      if (count !== undefined && counts.at(-1) !== count) counts.push(count);
    }).observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ['aria-rowcount'],
    });
  });
  const dashboard = await startDashboard(unhurried, size);
  await openWalking(page, dashboard);
  await button(page, 'Pause').click();
  await expect(said(page, /^Paused/)).toBeAttached();
  await dashboard.upstream.heal();
  await button(page, 'Resume').click();
  await expect(said(page, /^All/)).toBeAttached();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(size + 1));

  await expect.poll(heard).toEqual([
    // The count depends on when the message appears.
    expect.stringMatching(/^\d+ loaded, more available$/),
    `Loading the whole list: ${loadedBefore} so far`,
    'Paused with 160 loaded, more available',
    'Loading the whole list: 160 so far',
    expect.stringMatching(/^All 300 loaded,/),
  ]);
  const counts = await page.evaluate(() => (globalThis as unknown as { counts: string[] }).counts);
  expect(counts).toEqual(['-1', String(size + 1)]);
});

test('a button that starts a load keeps the focus to end it; then the list gets the focus', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard(unhurried, size);
  await page.goto(server.url);
  await expect(statusLine(page)).toContainText(`${loadedBefore} loaded`);
  const focused = page.locator(':focus');

  await page.getByRole('button', { name: `Export ${loadedBefore} loaded rows` }).press('Enter');
  const rest = page.getByRole('region', { name: 'Load the rest, then export' });
  holdWalk(upstream).holdAt(120);
  await rest.getByRole('button', { name: /^CSV/ }).press('Enter');
  await expect(focused).toHaveAccessibleName('CSV waits: loading before exporting');
  // A second press opens the progress; it ends nothing.
  await focused.press('Enter');
  await page.getByRole('button', { name: 'Cancel the export' }).press('Enter');
  await expect(focused).toHaveAccessibleName(/^Export \d+ loaded rows$/);
  await button(page, 'Cancel').press('Enter');
  await upstream.heal();

  upstream.set(() => {}, { where: ({ query }) => query.has('next') });
  await page.getByRole('textbox', { name: 'Search numbers' }).fill('desk 299');
  await page.getByRole('button', { name: 'Search all numbers' }).press('Enter');
  await expect(focused).toHaveText('Stop searching');
  await focused.press('Enter');
  await expect(focused).toHaveText('Search all numbers');
  await page.getByRole('main').getByRole('button', { name: 'Clear search' }).press('Enter');
  await expect(grid(page).locator(':focus')).toHaveText('Number');
});
