import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { sendJson } from '#sandbox/stand-in/start-stand-in.ts';
import { ask, walk } from '../api.ts';
import { expectNoViolations } from '../axe.ts';
import { test as base, expect } from '../fixtures.ts';
import { snapshotBar } from '../history/snapshot.ts';
import { watchRequests } from '../requests.ts';
import { bodyRows, loadedAhead } from '../table.ts';
import { accountButton } from './account-choice.ts';
import { startAccountList } from './account-list.ts';

const test = base.extend<{ accounts: Awaited<ReturnType<typeof startAccountList>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  accounts: async ({}, use) => {
    const list = await startAccountList({ berlin: 120, tallinn: 30, oslo: 5 });
    await use(list);
    await list.close();
  },
});

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Find in all accounts' });
const box = (page: Page) => dialog(page).getByRole('combobox', { name: /^Whole number/ });
const options = (page: Page) => dialog(page).getByRole('option');
const status = (page: Page) => dialog(page).getByRole('status');

async function openPalette(page: Page, text: string) {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Number or command' }).fill(text);
}

test('a number is found in another account by keys, and opened there whatever filters are set', async ({
  page,
  serve,
  accounts,
}) => {
  const { url } = await serve(accounts.env);
  const target = (await walk(url, { account: 'tallinn' }))[25]!;
  await page.goto(`${url}/?account=berlin&voice=true&q=desk`);
  await expect(accountButton(page, 'The berlin')).toBeVisible();
  const requests = watchRequests(page);
  await openPalette(page, target.number_display);
  await page.getByRole('option', { name: `Find +${target.number} in all 3 accounts` }).click();
  await expect(box(page)).toBeFocused();
  await expect(status(page)).toHaveText('All 3 accounts answered · 1 match');
  await expect(options(page).first()).toContainText(`The tallinn · ${target.name}`);
  await expectNoViolations(page);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(
    `${url}/?account=tallinn&number=${target.number}&open=${target.number}`,
  );
  await expect(accountButton(page, 'The tallinn')).toBeVisible();
  await expect(bodyRows(page)).toHaveCount(1);
  await expect(page.getByRole('complementary')).toContainText(target.number_display);
  expect(requests.filter((request) => request.startsWith('/api/find'))).toEqual([
    `/api/find?number=${target.number}`,
  ]);
});

test('a number that was found from a snapshot is opened in the list of now', async ({
  page,
  serve,
  accounts,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'kept-'));
  try {
    const kept = { HISTORY: `file:${folder}`, HISTORY_SCHEDULE: 'off' };
    const { url } = await serve({ ...accounts.env, ...kept });
    const taken = await ask(`${url}/api/history?account=berlin`, { method: 'POST' });
    expect(taken.status).toBe(201);
    const target = (await walk(url, { account: 'oslo' }))[0]!;
    await page.goto(`${url}/?account=berlin&snapshot=1`);
    await expect(snapshotBar(page)).toContainText('The list as of');
    await openPalette(page, target.number_display);
    await page.getByRole('option', { name: `Find +${target.number} in all 3 accounts` }).click();
    await options(page).filter({ hasText: 'The oslo' }).click();
    await expect(accountButton(page, 'The oslo')).toBeVisible();
    await expect(snapshotBar(page)).toBeHidden();
    await expect(page.getByRole('complementary')).toContainText(target.number_display);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
});

test('an account that cannot be asked is named, and is asked again alone', async ({
  page,
  serve,
  accounts,
}) => {
  const { url } = await serve(accounts.env);
  const target = (await walk(url, { account: 'oslo' }))[0]!;
  accounts.account('oslo').fault = (response) => {
    sendJson(response, {}, 403);
    return true;
  };
  await page.goto(url);
  await loadedAhead(page);
  await openPalette(page, 'find in all');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Parts of numbers and names are not searched.');
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.type('oslo');
  await expect(status(page)).toContainText('Type a whole number');
  await box(page).fill(target.number_display);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('2 of 3 accounts answered · no match in them');
  await expect(options(page).first()).toHaveText(
    'Ask The oslo again' + 'Apifonica refused the credentials',
  );
  accounts.account('oslo').fault = null;
  const requests = watchRequests(page);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('All 3 accounts answered · 1 match');
  expect(requests).toEqual([`/api/numbers?account=oslo&number=${target.number}`]);
});

test('a search without a match leads to the other accounts', async ({ page, serve, accounts }) => {
  const { url } = await serve(accounts.env);
  const target = (await walk(url, { account: 'oslo' }))[0]!;
  await page.goto(`${url}/?account=berlin&number=${target.number}`);
  await page.getByRole('button', { name: 'Find in all accounts' }).click();
  await expect(options(page).first()).toContainText('The oslo');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});

test.describe(() => {
  // Requests for an account that was removed.
  test.use({ requestsFail: true });

  test('an account that is removed while its rows are on screen gives way to the first one', async ({
    page,
    serve,
    accounts,
  }) => {
    const server = await serve(accounts.env);
    await page.goto(`${server.url}/?account=tallinn&sort=number`);
    await expect(accountButton(page, 'The tallinn')).toBeVisible();
    await accounts.write(['berlin', 'oslo'].map(accounts.entry));
    server.process.kill('SIGHUP');
    await expect.poll(server.log).toContain('removed');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(accountButton(page, 'The berlin')).toBeVisible();
    await expect(page).toHaveURL(`${server.url}/?account=berlin&sort=number`);
    await expect(
      page.getByRole('group', { name: 'Account “tallinn” is not available.' }),
    ).toContainText('Now showing The berlin.');
    await expect(bodyRows(page).first()).toBeVisible();
    await accountButton(page, 'The berlin').click();
    await expect(
      page.getByRole('dialog', { name: 'Switch account' }).getByRole('option'),
    ).toHaveCount(2);
  });
});
