import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask } from '../api.ts';
import { refuseWith } from '../faults/answer-faults.ts';
import { answerWell, type Exchange } from '../faults/raw-upstream.ts';
import { bodyRows, loadedAhead, statusLine } from '../table.ts';
import { expect, test } from './server.ts';
import { momentOf, snapshotBar } from './snapshot.ts';

const message = (page: Page) => page.getByRole('status', { name: 'Message' });
const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const option = (page: Page, name: string) =>
  palette(page).getByRole('option', { name, exact: true });

async function inPalette(page: Page, text: string) {
  await page.keyboard.press('ControlOrMeta+k');
  await palette(page).getByRole('combobox').fill(text);
}

test('Snapshot now reads the whole list, says so meanwhile, and counts what has changed', async ({
  page,
  startKept,
}) => {
  const { server, upstream, take } = await startKept(140);
  await take();
  upstream.account.add(200);
  upstream.account.remove(3);
  upstream.account.change(5, { name: 'Renamed desk' });
  await page.goto(server.url);
  await loadedAhead(page);
  const held: Exchange[] = [];
  upstream.set((exchange) => void held.push(exchange));
  await inPalette(page, 'snapshot now');
  await option(page, 'Snapshot now').click();
  await expect(statusLine(page)).toContainText('Taking a snapshot…');
  // The rows on screen can be used meanwhile.
  await page.getByRole('textbox', { name: 'Search numbers' }).fill('Desk 7');
  await expect(bodyRows(page).first()).toContainText('Desk 7');
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await upstream.heal();
  for (const exchange of held) answerWell(exchange);
  await expect(message(page)).toContainText('Snapshot of 140 numbers');
  await expect(message(page)).toContainText('1 added, 1 gone, 1 changed');
  await expect(statusLine(page)).not.toContainText('Taking a snapshot');
});

for (const width of [390, 1000]) {
  test(`in a page of ${width} pixels the history says while a snapshot is being taken`, async ({
    page,
    startKept,
  }) => {
    const { server, upstream, take } = await startKept(140);
    await take();
    await take();
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${server.url}/?show=history`);
    await expect(page.getByRole('heading', { name: 'No differences' })).toBeVisible();
    const held: Exchange[] = [];
    upstream.set((exchange) => void held.push(exchange));
    await page.keyboard.press('Shift+S');
    const says = page.getByText('Taking a snapshot…').filter({ visible: true });
    // A text for screen readers alone would be a pixel wide.
    await expect.poll(async () => (await says.boundingBox())?.width).toBeGreaterThan(50);
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await upstream.heal();
    for (const exchange of held) answerWell(exchange);
    await expect(says).toHaveCount(0);
  });
}

test('every kept day can be shown from the palette, the newest at once', async ({
  page,
  startKept,
}) => {
  const { server, upstream, take } = await startKept(140);
  const first = await take();
  upstream.account.remove(3);
  const last = await take();
  await page.goto(server.url);
  await loadedAhead(page);
  await page.keyboard.press('ControlOrMeta+k');
  const days = palette(page).getByRole('option', { name: /^Show the list as of/ });
  await expect(days).toHaveCount(1);
  await palette(page).getByRole('combobox').fill('list as of');
  await expect(days).toHaveCount(2);
  await expect(days.first()).toContainText(await momentOf(page, last.asOf));
  await days.last().click();
  await expect(page).toHaveURL(new RegExp(`snapshot=${first.seq}`));
  await expect(statusLine(page)).toContainText('All 140 loaded, as of');
  await inPalette(page, 'back to now');
  await option(page, 'Back to now').click();
  await expect(snapshotBar(page)).toBeHidden();
});

test('a key and the More menu take one too, and the sheet of keys tells the key', async ({
  page,
  startKept,
}) => {
  const { server } = await startKept(140);
  await page.goto(server.url);
  await loadedAhead(page);
  await page.keyboard.press('Shift+S');
  await expect(message(page)).toContainText('Snapshot of 140 numbers');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Snapshot now/ }).click();
  await expect(message(page)).toContainText('nothing changed');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'Take a snapshot of the list now',
  );
});

test('without a history nothing of it is offered', async ({ page, startDashboard }) => {
  const { server } = await startDashboard(undefined, 140);
  await page.goto(server.url);
  await loadedAhead(page);
  await inPalette(page, 'snapshot');
  await expect(palette(page).getByRole('option')).toHaveText([/^Search all/, /^Search the 100/]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+S');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  await expect(sheet).not.toContainText('snapshot');
  await expect(message(page)).toBeHidden();
});

test.describe('a snapshot that fails', () => {
  // The browser reports every failed request as an error.
  test.use({ requestsFail: true });

  test('says why, and the next try makes one', async ({ page, startKept }) => {
    const { server, upstream } = await startKept(140);
    await page.goto(server.url);
    await loadedAhead(page);
    upstream.set(refuseWith(401));
    await page.keyboard.press('Shift+S');
    await expect(message(page)).toContainText('Apifonica refused the credentials');
    await upstream.heal();
    await page.keyboard.press('Shift+S');
    await expect(message(page)).toContainText('Snapshot of 140 numbers');
  });

  test('because nothing can be written says the whole reason, and what helps', async ({
    page,
    startKept,
  }) => {
    const { server, folder, take } = await startKept(140);
    await take();
    const changes = join(folder, 'acc-fault-test', 'changes');
    await rm(changes, { recursive: true });
    await writeFile(changes, '');
    await page.goto(server.url);
    await loadedAhead(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.keyboard.press('Shift+S');
    const words = message(page).getByText('No snapshot was kept: acc-fault-test cannot be written');
    await expect(words).toContainText('Move the file away.');
    const isCut = (element: Element) => element.scrollHeight > element.clientHeight;
    expect(await words.evaluate(isCut)).toBe(false);
  });

  test('because another one is being taken says so', async ({ page, startKept }) => {
    const { server, upstream } = await startKept(140);
    await page.goto(server.url);
    await loadedAhead(page);
    const held: Exchange[] = [];
    upstream.set((exchange) => void held.push(exchange));
    const other = ask(`${server.url}/api/history`, { method: 'POST' });
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await page.keyboard.press('Shift+S');
    await expect(message(page)).toContainText('Another snapshot is being taken');
    await upstream.heal();
    for (const exchange of held) answerWell(exchange);
    expect((await other).status).toBe(201);
  });
});
