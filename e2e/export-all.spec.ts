import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { said } from './announcements.ts';
import { type ApiNumber, dialled, walk } from './api.ts';
import { refuseWith } from './faults/answer-faults.ts';
import { expect, test, unhurried } from './faults/dashboard.ts';
import { holdWalk, loadedBefore, openWalking } from './held-walk.ts';
import { readTsv } from './read-files.ts';
import { loadedAhead, readList, statusLine } from './table.ts';

const size = 300;

/** Chooses to load the rest first, then to export in this format. */
async function loadThenExport(page: Page, format: 'CSV' | 'JSON') {
  await page.getByRole('button', { name: /^Export [\d,]+ loaded rows$/ }).click();
  await page
    .getByRole('region', { name: 'Load the rest, then export' })
    .getByRole('button', { name: new RegExp(`^${format}`) })
    .click();
}

const readJson = async (file: Download) =>
  JSON.parse(await readFile(await file.path(), 'utf8')) as ApiNumber[];
const underWay = (page: Page) => page.getByRole('button', { name: /before exporting$/ });

/** Opens the progress of the waiting export, and presses a button there. */
async function pressInProgress(page: Page, name: string) {
  await underWay(page).click();
  await page.locator(':popover-open').getByRole('button', { name }).click();
}

/** Records what the page downloads from now on. */
function watchDownloads(page: Page): string[] {
  const names: string[] = [];
  page.on('download', (file) => names.push(file.suggestedFilename()));
  return names;
}

test('the rest is loaded, and then the whole list is exported as complete', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  const download = page.waitForEvent('download');
  await loadThenExport(page, 'JSON');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^rented-numbers_complete_500_\d{8}-\d{4}\.json$/);
  const byNumber = (rows: ApiNumber[]) => rows.map(({ number }) => number).sort();
  expect(byNumber(await readJson(file))).toEqual(byNumber(numbers));
  await expect(statusLine(page)).toContainText('All 500 loaded,');
});

test('the export waits for a walk that runs or is paused', async ({ page, startDashboard }) => {
  const dashboard = await startDashboard(unhurried, size);
  await openWalking(page, dashboard);
  const downloads = watchDownloads(page);
  await loadThenExport(page, 'CSV');
  await expect(underWay(page)).toHaveText('CSV waits');
  await statusLine(page).getByRole('button', { name: 'Pause' }).click();
  await expect(statusLine(page)).toContainText('Paused with 160 loaded');
  await expect(underWay(page)).toHaveText('Paused');
  expect(downloads).toEqual([]);
  const download = page.waitForEvent('download');
  await dashboard.upstream.heal();
  await pressInProgress(page, 'Resume');
  expect((await download).suggestedFilename()).toContain(`_complete_${size}_`);
});

test('cancelling the export pauses the walk and keeps its rows', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard(unhurried, size);
  const walk = holdWalk(upstream);
  walk.holdAt(160);
  const downloads = watchDownloads(page);
  await page.goto(server.url);
  await loadedAhead(page);
  await loadThenExport(page, 'JSON');
  await expect(statusLine(page)).toContainText('Loading the whole list: 160 so far');
  await pressInProgress(page, 'Cancel the export');
  await expect(statusLine(page)).toContainText('Paused with 160 loaded, more available');
  await Promise.all(walk.held.map(({ cancelled }) => cancelled));
  await expect(page.getByRole('button', { name: 'Export 160 loaded rows' })).toBeVisible();

  await upstream.heal();
  await statusLine(page).getByRole('button', { name: 'Resume' }).click();
  await expect(statusLine(page)).toContainText(`All ${size} loaded,`);
  expect(downloads).toEqual([]);
});

test('cancelling the export leaves a walk running that was started before it', async ({
  page,
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried, size);
  const walk = await openWalking(page, dashboard);
  const downloads = watchDownloads(page);
  await loadThenExport(page, 'CSV');
  await pressInProgress(page, 'Cancel the export');
  await expect(statusLine(page)).toContainText('Loading the whole list: 160 so far');
  walk.release();
  await expect(statusLine(page)).toContainText(`All ${size} loaded,`);
  expect(downloads).toEqual([]);
});

test('with a search, the rest can be loaded and its matches exported', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  const last = numbers.at(-1)!;
  await page.goto(`${url}/?q=${last.number_sid.slice(-12)}`);
  await expect(page.getByRole('heading', { name: /^No match in/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export 0 loaded rows' }).click();
  await expect(page.getByRole('region', { name: 'Export 0 loaded rows' })).toHaveCount(0);
  await page
    .getByRole('region', { name: 'Load the rest, then export' })
    .getByRole('button', { name: /^JSON/ })
    .click();
  expect((await readJson(await download)).map(({ number }) => number)).toEqual([last.number]);
});

test('cancelling the walk cancels the export that waits for it', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard(unhurried, size);
  holdWalk(upstream).holdAt(160);
  const downloads = watchDownloads(page);
  await page.goto(server.url);
  await loadedAhead(page);
  await loadThenExport(page, 'JSON');
  await statusLine(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(
    page.getByRole('button', { name: `Export ${loadedBefore} loaded rows` }),
  ).toBeVisible();
  await upstream.heal();
  await statusLine(page).getByRole('button', { name: 'Load all' }).click();
  await expect(statusLine(page)).toContainText(`All ${size} loaded,`);
  await expect(page.getByRole('button', { name: `Export all ${size} rows` })).toBeVisible();
  expect(downloads).toEqual([]);
});

test.describe('a walk stops', () => {
  test.use({ requestsFail: true });

  test('the walk can be tried again, and the export then follows', async ({
    page,
    startDashboard,
  }) => {
    const dashboard = await startDashboard(unhurried, size);
    const { upstream } = dashboard;
    const walk = await openWalking(page, dashboard);
    upstream.set(refuseWith(401));
    for (const exchange of walk.held.splice(0)) refuseWith(401)(exchange);
    await expect(statusLine(page)).toContainText(
      '160 loaded, then stopped: Apifonica refused the credentials',
    );
    await loadThenExport(page, 'CSV');
    await expect(underWay(page)).toHaveText('Stopped');
    await upstream.heal();
    const download = page.waitForEvent('download');
    await pressInProgress(page, 'Try again');
    expect((await download).suggestedFilename()).toContain(`_complete_${size}_`);
  });
});

test('a copy that the browser refuses is reported as refused', async ({ page, sharedServer }) => {
  await page.addInitScript(() => {
    Clipboard.prototype.write = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
    document.execCommand = () => false;
  });
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await page.getByRole('button', { name: 'Export all 60 rows' }).click();
  await page.getByRole('button', { name: 'Copy all 60 rows' }).click();
  await expect(said(page, 'The copy failed')).toBeAttached();
  await page.getByRole('button', { name: 'Failed to copy' }).click();
  await expect(page.getByRole('button', { name: 'Copy all 60 rows' })).toBeVisible();
});

test('the rows shown are copied as tab-separated text with a header', async ({
  page,
  context,
  sharedServer,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '150' });
  const formula = (await walk(url)).find(({ name }) => name === '=SUM(A1)')!;
  const bySid = new Map(
    (await walk(url, { type: formula.type })).map((number) => [number.number_display, number]),
  );
  await page.goto(`${url}/?type=${formula.type}&sort=-created`);
  await expect(statusLine(page)).toContainText(/loaded/);
  const loadAll = statusLine(page).getByRole('button', { name: 'Load all' });
  if (await loadAll.isVisible()) await loadAll.click();
  await expect(statusLine(page)).toContainText(`All ${bySid.size} matches loaded,`);
  const rows = await readList(page);

  await page.getByRole('button', { name: /^Export / }).click();
  await page.getByRole('button', { name: `Copy all ${bySid.size} rows` }).click();
  await expect(said(page, `Copied ${bySid.size} rows`)).toBeAttached();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const [header, ...lines] = readTsv(text);
  // The findings are not Apifonica's; another test reads them.
  const isField = (_: string, at: number) => !/^finding/.test(header?.[at] ?? '');
  const fields = (header ?? []).filter(isField) as (keyof ApiNumber)[];
  expect(fields.slice(0, 4)).toEqual(['number', 'name', 'country_code', 'country_name']);
  expect(fields).not.toContain('number_sid');
  const cell = (value: ApiNumber[keyof ApiNumber]) => {
    const plain = value === null ? '' : String(value);
    return plain.startsWith('=') ? `'${plain}` : plain;
  };
  expect(lines.map((cells) => cells.filter(isField))).toEqual(
    rows.map((row) => {
      const number = bySid.get(row.Number!)!;
      return fields.map((field) => (field === 'number' ? dialled(number) : cell(number[field])));
    }),
  );
  expect(lines.flat()).toContain("'=SUM(A1)");
});
