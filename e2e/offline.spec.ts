import type { Page } from '@playwright/test';
import { type ApiNumber, walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { facet, facetValue } from './rail.ts';
import { grid, loadedAhead, readList, scrollUntil, statusLine } from './table.ts';

test.use({ requestsFail: true });

const box = (page: Page) => page.getByRole('textbox', { name: 'Search numbers' });
const alert = (page: Page) => page.getByRole('alert');
const displays = (numbers: ApiNumber[]) => numbers.map((number) => number.number_display);
const shown = async (page: Page, count: number) =>
  (await readList(page, { end: statusLine(page).getByText(`${count} of 100 loaded rows match`) }))
    .map((row) => row.Number)
    .toSorted();

test('offline, filters and search answer from the loaded rows, which is said; then the list goes on', async ({
  page,
  context,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const loaded = (await walk(url)).slice(0, 100);
  const mobile = loaded.filter(({ type }) => type === 'mobile');
  const british = mobile.filter(({ country_code }) => country_code === 'GB');
  expect(british.length).toBeGreaterThan(1);
  await page.goto(url);
  await loadedAhead(page);
  await context.setOffline(true);
  const words = 'Offline: filters and search cover the 100 loaded rows.';
  await expect(page.getByRole('group', { name: words })).toBeVisible();
  // Nothing is offered that the server would have to answer.
  const searchAll = page.getByRole('button', { name: 'Search all numbers' });
  await box(page).fill('no such text');
  await expect(page.getByRole('heading', { name: 'No match in 100 loaded rows' })).toBeVisible();
  await expect(searchAll).toHaveCount(0);
  await box(page).press('Enter');
  await box(page).fill('44');
  await expect(statusLine(page)).toContainText(/\d of 100 loaded rows match/);
  await expect(searchAll).toHaveCount(0);
  await context.setOffline(false);
  await scrollUntil(page, searchAll);
  await context.setOffline(true);
  await expect(searchAll).toHaveCount(0);
  await box(page).fill('');
  await facetValue(page, 'Type', 'Mobile').click();

  await expect(alert(page)).toContainText(
    `${words} Loading continues when the connection is back.`,
  );
  await expect(statusLine(page)).toContainText('100 loaded, then stopped: You are offline');
  await expect.poll(() => shown(page, mobile.length)).toEqual(displays(mobile).toSorted());
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '-1');
  await expect(facet(page, 'Type')).toContainText('loaded rows');
  await expect(page.getByRole('button', { name: /^Export \d+ loaded rows$/ })).toBeVisible();

  await facetValue(page, 'Country', 'United Kingdom').click();
  await expect.poll(() => shown(page, british.length)).toEqual(displays(british).toSorted());
  await box(page).fill('no such text');
  await expect(page.getByRole('heading', { name: 'No match in 100 loaded rows' })).toBeVisible();
  await box(page).fill('');
  await expect(alert(page)).toHaveCount(1);

  await context.setOffline(false);
  await expect(alert(page)).toBeHidden();
  await expect(statusLine(page)).not.toContainText('stopped');
  const all = await walk(url, { country_code: 'GB', type: 'mobile' });
  const rows = await readList(page);
  expect(rows.map((row) => row.Number)).toEqual(displays(all));
});

test('while the server is away, rows of earlier lists answer too; then it goes on by itself', async ({
  page,
  serve,
}) => {
  const first = await serve();
  const { url } = first;
  const filter = { type: 'sip' };
  const sip = await walk(url, filter);
  await page.goto(url);
  await loadedAhead(page);
  await facetValue(page, 'Type', 'SIP').click();
  await expect(statusLine(page)).toContainText(`All ${sip.length} matches loaded`);
  const loaded = new Set([...sip, ...(await walk(url)).slice(0, 100)].map((row) => row.number));
  first.process.kill('SIGKILL');
  await facetValue(page, 'Country', 'United Kingdom').click();
  await facetValue(page, 'Type', 'SIP').click();
  await expect(alert(page)).toContainText(
    `The dashboard server does not answer: filters and search cover the ${loaded.size} loaded rows.`,
  );
  await expect(statusLine(page)).toContainText(new RegExp(`of ${loaded.size} loaded rows match`));

  await serve({ PORT: new URL(url).port });
  await expect(alert(page)).toBeHidden();
  const british = await walk(url, { country_code: 'GB' });
  const rows = await readList(page);
  expect(rows.map((row) => row.Number)).toEqual(displays(british));
});
