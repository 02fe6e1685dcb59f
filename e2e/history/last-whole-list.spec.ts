import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask } from '../api.ts';
import { refuseWith } from '../faults/answer-faults.ts';
import { readNumbers } from '../faults/page.ts';
import { figure } from '../overview.ts';
import { watchRequests } from '../requests.ts';
import { bodyRows, grid, loadAll, scrollUntil, sortButton, statusLine } from '../table.ts';
import { expect, test } from './server.ts';
import { backToNow, lastWholeList, momentOf, snapshotBar } from './snapshot.ts';

const size = 140;
const search = (page: Page) => page.getByRole('textbox', { name: 'Search numbers' });

test.describe('while Apifonica is down', () => {
  // The browser reports every failed request as an error.
  test.use({ requestsFail: true });

  test('the last whole list can be shown, says so everywhere, and leads back to now', async ({
    page,
    startKept,
  }) => {
    const { server, upstream, take } = await startKept(size);
    const before = upstream.account.numbers();
    const { asOf } = await take();
    upstream.set(refuseWith(503));
    await page.goto(server.url);
    await expect(page.getByRole('alert')).toContainText('Apifonica has a problem');
    const moment = await momentOf(page, asOf);
    await expect(lastWholeList(page)).toHaveText(`Show the last whole list, ${moment}`);

    const requests = watchRequests(page);
    await lastWholeList(page).click();
    await expect(statusLine(page)).toContainText(`All ${size} loaded, as of ${moment}`);
    await expect(snapshotBar(page)).toContainText(`The list as of ${moment}`);
    await expect(backToNow(page)).toBeFocused();
    expect((await readNumbers(page)).toSorted()).toEqual(before.toSorted());
    await expect(page.getByText(`End of list · ${size} numbers as of ${moment}`)).toBeVisible();
    // Nothing of now is asked for, and nothing offers to mix it in.
    expect(requests.filter((url) => /api\/(numbers|inventory)/.test(url))).toEqual([]);
    for (const name of ['Refresh', 'Load all']) {
      await expect(page.getByRole('button', { name, exact: true })).toBeHidden();
    }

    await sortButton(page, 'Name').click();
    await expect(statusLine(page)).toContainText(
      `Sorted by name, all ${size} rows as of ${moment}`,
    );
    await search(page).fill('Desk 13');
    await expect(statusLine(page)).toContainText(`11 of all ${size} rows as of ${moment} match`);
    await page.getByRole('button', { name: `Export 11 rows as of ${moment}` }).click();
    const download = page.waitForEvent('download');
    await page
      .getByRole('region', { name: `Export 11 rows as of ${moment}` })
      .getByRole('button', { name: /^CSV/ })
      .click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(
      /^rented-numbers_as-of-\d{8}-\d{4}_containing-Desk-13_complete_11_/,
    );
    expect((await readFile(await file.path(), 'utf8')).trim().split('\n')).toHaveLength(12);
    await expect(page.getByRole('status', { name: 'Message' })).toContainText(`as of ${moment}`);

    await page.getByRole('link', { name: 'Overview' }).click();
    await expect(figure(page, 'Numbers by type')).toContainText(
      `11 of ${size} numbers as of ${moment}`,
    );
    await expect(snapshotBar(page)).toBeVisible();

    await upstream.heal();
    upstream.account.add(200);
    upstream.account.remove(3);
    await backToNow(page).click();
    await page.getByRole('link', { name: 'Table' }).click();
    await search(page).fill('');
    await expect(snapshotBar(page)).toBeHidden();
    await expect(page).not.toHaveURL(/snapshot=/);
    await sortButton(page, 'Name').click();
    // A snapshot as young as this one answers Load all; Refresh reads the list of now.
    await loadAll(page);
    await statusLine(page).getByRole('button', { name: 'Refresh', exact: true }).click();
    await expect(statusLine(page)).toContainText(/All 140 loaded, \d/);
    expect((await readNumbers(page)).toSorted()).toEqual(upstream.account.numbers().toSorted());
  });

  test('a list that stopped on the way offers the last whole list beside Try again', async ({
    page,
    startKept,
  }) => {
    const { server, upstream, take } = await startKept(size);
    await take();
    await page.goto(server.url);
    await expect(statusLine(page)).toContainText('100 loaded, more available');
    upstream.set(refuseWith(503));
    // Load all would be answered by a snapshot as young as this one.
    await scrollUntil(page, page.getByRole('alert'));
    await expect(page.getByRole('alert')).toContainText('Apifonica has a problem');
    await lastWholeList(page).click();
    await expect(statusLine(page)).toContainText(`All ${size} loaded, as of`);
    await page.goBack();
    await expect(snapshotBar(page)).toBeHidden();
    await expect(statusLine(page)).toContainText(/100 loaded|stopped/);
  });
});

test('a snapshot is kept through reload and Back, and nothing of now is mixed in', async ({
  page,
  startKept,
}) => {
  const { server, upstream, take } = await startKept(size);
  const { seq, asOf } = await take();
  upstream.account.remove(5);
  upstream.account.change(7, { name: 'Renamed desk' });
  await page.goto(`${server.url}/?snapshot=${seq}&q=Desk+7`);
  await expect(statusLine(page)).toContainText(`of all ${size} rows as of`);
  await expect(page).toHaveTitle(`as of ${await momentOf(page, asOf)} · Rented numbers`);
  await expect(bodyRows(page).filter({ hasText: 'Renamed' })).toHaveCount(0);
  await page.reload();
  await expect(statusLine(page)).toContainText(`of all ${size} rows as of`);

  await backToNow(page).click();
  await expect(page).toHaveTitle('Rented numbers');
  await expect(statusLine(page)).toContainText('No match in 20 loaded rows');
  await page.goBack();
  await expect(snapshotBar(page)).toBeVisible();
  await expect(statusLine(page)).toContainText(`of all ${size} rows as of`);
  await page.goForward();
  await expect(snapshotBar(page)).toBeHidden();
  await search(page).fill('Renamed');
  await expect(bodyRows(page)).toHaveCount(1);
});

test('a number that the snapshot does not have is not asked for at Apifonica', async ({
  page,
  startKept,
}) => {
  const { server, upstream, take } = await startKept(size);
  const { seq, asOf } = await take();
  upstream.account.add(300);
  const [added] = upstream.account.numbers().slice(-1);
  const requests = watchRequests(page);
  await page.goto(`${server.url}/?snapshot=${seq}&open=${added}`);
  const details = page.getByRole('complementary', { name: 'Number details' });
  await expect(details).toContainText(
    `This number was not in the list as of ${await momentOf(page, asOf)}.`,
  );
  expect(requests.filter((url) => url.startsWith('/api/numbers'))).toEqual([]);
});

test.describe('a link to a snapshot that is not there', () => {
  test.use({ requestsFail: true });

  test('says so, and leads back or to the newest one', async ({ page, startKept }) => {
    const { server, take } = await startKept(size);
    await take();
    await page.goto(`${server.url}/?snapshot=999&type=local`);
    await expect(page.getByRole('alert')).toContainText('This snapshot is not there any more');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
    await expect(lastWholeList(page)).toBeVisible();
    await page.getByRole('alert').getByRole('button', { name: 'Back to now' }).click();
    await expect(page).toHaveURL(/\?type=local$/);
    await expect(bodyRows(page).first()).toBeVisible();
  });

  test('and one whose files are damaged leads to no other damaged one', async ({
    page,
    startKept,
  }) => {
    const { server, folder, take } = await startKept(size);
    const { seq } = await take();
    await take();
    const files = join(folder, 'acc-fault-test');
    for (const name of await readdir(files)) {
      if (name.startsWith('head-')) await rm(join(files, name));
    }
    await page.goto(`${server.url}/?snapshot=${seq}`);
    await expect(page.getByRole('alert')).toContainText('Restore the file from a backup.');
    // The other parts of the page know by then which snapshots there are.
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('option', { name: /^Show the list as of/ })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(lastWholeList(page)).toBeHidden();
    await page.getByRole('alert').getByRole('button', { name: 'Back to now' }).click();
    await expect(bodyRows(page).first()).toBeVisible();
  });

  test('also where no history is kept', async ({ page, startDashboard }) => {
    const { server } = await startDashboard();
    await page.goto(`${server.url}/?snapshot=1`);
    await expect(page.getByRole('alert')).toContainText('No history is kept here');
    await page.getByRole('alert').getByRole('button', { name: 'Back to now' }).click();
    await expect(bodyRows(page).first()).toBeVisible();
  });
});

test('a snapshot that cannot be read in an address is left out of it', async ({
  page,
  startKept,
}) => {
  const { server } = await startKept();
  await page.goto(`${server.url}/?snapshot=yesterday`);
  await expect(
    page.getByText('Ignored in this link: snapshot=yesterday.', { exact: true }),
  ).toBeVisible();
  await expect(snapshotBar(page)).toBeHidden();
  await expect(bodyRows(page).first()).toBeVisible();
});

test.describe('offline', () => {
  test.use({ requestsFail: true });

  test('an open snapshot answers', async ({ page, context, startKept }) => {
    const { server, take } = await startKept(size);
    const { seq } = await take();
    await page.goto(`${server.url}/?snapshot=${seq}`);
    await expect(statusLine(page)).toContainText(`All ${size} loaded, as of`);
    await context.setOffline(true);
    await search(page).fill('Desk 139');
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
    await expect(statusLine(page)).toContainText(`1 of all ${size} rows as of`);
    await context.setOffline(false);
  });
});

test('the page of a snapshot preloads nothing of now', async ({ startKept }) => {
  const { server } = await startKept();
  const page = (query: string) =>
    ask(`${server.url}/${query}`, { headers: { 'sec-fetch-site': 'none' } });
  expect((await page('')).headers.get('link')).toContain('/api/numbers');
  expect((await page('?snapshot=1')).headers.get('link')).toBeNull();
});
