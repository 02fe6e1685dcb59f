import type { Page } from '@playwright/test';
import { type ApiNumber, walk } from '../api.ts';
import { expectNoViolations } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { watchRequests } from '../requests.ts';
import { allLoaded, bodyRows, exportChoices, grid, loadAll, loadedAhead } from '../table.ts';
import { accountButton, choice, chooseAccount } from './account-choice.ts';

/** Three accounts of 90, 45 and 30 numbers: Sales, Support and Logistics. */
const three = { SANDBOX_ACCOUNTS: '3', SANDBOX_NUMBERS: '90' };

const shownFirst = (page: Page, { number_display }: ApiNumber) =>
  expect(bodyRows(page).first()).toContainText(number_display);

test('the page opens with the first account, asks for its rows once, and names it everywhere', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(three);
  const [sales] = await walk(url, { account: 'sandbox-1' });
  const requests = watchRequests(page);
  await page.goto(url);
  await shownFirst(page, sales!);
  await expect(page).toHaveURL(`${url}/?account=sandbox-1`);
  await expect(accountButton(page, 'Sales')).toBeVisible();
  await expect(page).toHaveTitle('Sales · Rented numbers');
  await expect(allLoaded(page)).toBeVisible();
  const [first, ...others] = requests;
  expect(first).toBe('/api/numbers?account=sandbox-1');
  expect(others).not.toContain(first);
  for (const request of requests) expect(request).toContain('account=sandbox-1');
});

test('the days of one account are not compared in another one', async ({ page, serve }) => {
  const { url } = await serve({ ...three, SANDBOX_DAYS: '4', HISTORY_SCHEDULE: 'off' });
  await page.goto(`${url}/?account=sandbox-1&show=history&from=1&to=2`);
  await chooseAccount(page, 'Sales', 'Support');
  await expect(accountButton(page, 'Support')).toBeVisible();
  await expect(page).toHaveURL(`${url}/?account=sandbox-2&show=history`);
});

test('one account is not named, and there is nothing to choose', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '30' });
  const requests = watchRequests(page);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy account SID' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Account/ })).toHaveCount(0);
  await expect(page).toHaveTitle('Rented numbers');
  await expect(page).toHaveURL(`${url}/`);
  for (const request of requests) expect(request).not.toContain('account');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Number or command' }).fill('account');
  await expect(
    page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first(),
  ).toBeVisible();
  await expect(page.getByRole('option', { name: /^(Switch|Go to) account/ })).toHaveCount(0);
});

test('another account is another list under the same filters; Back returns to the rows that were read', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_ACCOUNTS: '3', SANDBOX_NUMBERS: '600' });
  const sales = await walk(url, { account: 'sandbox-1', voice: 'true' });
  const support = await walk(url, { account: 'sandbox-2', voice: 'true' });
  await page.goto(`${url}/?account=sandbox-1&voice=true&open=${sales[0]!.number}`);
  await shownFirst(page, sales[0]!);
  await page.keyboard.press('Escape');
  await loadAll(page);

  await accountButton(page, 'Sales').focus();
  await page.keyboard.press('Enter');
  await expect(choice(page).getByRole('option', { selected: true })).toContainText('Sales');
  await page.keyboard.type('support');
  await expect(choice(page).getByRole('option')).toHaveText(['Supportsandbox-2']);
  await page.keyboard.press('Enter');
  await expect(choice(page)).toBeHidden();
  await expect(page).toHaveURL(`${url}/?account=sandbox-2&voice=true`);
  await expect(accountButton(page, 'Support')).toBeFocused();
  await shownFirst(page, support[0]!);
  await loadedAhead(page);
  const displayed = await bodyRows(page).getByRole('rowheader').allTextContents();
  const own = new Set(support.map(({ number_display }) => number_display));
  for (const number of displayed) expect(own).toContain(number.trim());

  const requests = watchRequests(page);
  await page.goBack();
  await expect(accountButton(page, 'Sales')).toBeVisible();
  await shownFirst(page, sales[0]!);
  await expect(allLoaded(page)).toContainText(`All ${sales.length}`);
  expect(requests.filter((request) => /numbers|inventory/.test(request))).toEqual([]);
});

test('Back to another account gives the focus to nothing, least of all to the skip link', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(three);
  await page.goto(url);
  await expect(accountButton(page, 'Sales')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Number or command' }).fill('sandbox-3');
  await page.keyboard.press('Enter');
  await expect(accountButton(page, 'Logistics')).toBeVisible();
  await grid(page).getByRole('rowheader').first().focus();
  await page.goBack();
  await expect(accountButton(page, 'Sales')).toBeVisible();
  await expect(grid(page).getByRole('rowheader').first()).toBeVisible();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(page.locator(':focus')).toHaveCount(0);
});

test('the palette goes to an account by its name or id', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(three);
  await page.goto(url);
  await expect(accountButton(page, 'Sales')).toBeVisible();
  await grid(page).getByRole('rowheader').first().click();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Number or command' }).fill('sandbox-3');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/account=sandbox-3/);
  // The rows that had the focus are gone.
  await expect(accountButton(page, 'Logistics')).toBeFocused();
});

test.describe(() => {
  // Requests for an account that is not there.
  test.use({ requestsFail: true });

  test('an account that is not there gives way to the first one, and the page says so', async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer(three);
    const [sales] = await walk(url, { account: 'sandbox-1', voice: 'true' });
    await page.goto(`${url}/?account=nowhere&voice=true`);
    await shownFirst(page, sales!);
    await expect(page).toHaveURL(`${url}/?account=sandbox-1&voice=true`);
    const notice = page.getByRole('group', { name: 'Account “nowhere” is not available.' });
    await expect(notice).toContainText('Now showing Sales.');
    await expectNoViolations(page);
    // The notice says which account is shown, so another account ends it.
    await chooseAccount(page, 'Sales', 'Support');
    await expect(accountButton(page, 'Support')).toBeVisible();
    await expect(allLoaded(page)).toBeVisible();
    await expect(notice).toBeHidden();
    await page.goBack();
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toBeHidden();
  });
});

test('a dismissed notice about the link stays away in another account', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(three);
  await page.goto(`${url}/?account=sandbox-1&voice=maybe`);
  const notice = page.getByRole('group', { name: /^Ignored in this link: / });
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
  await chooseAccount(page, 'Sales', 'Support');
  await expect(accountButton(page, 'Support')).toBeVisible();
  await expect(allLoaded(page)).toBeVisible();
  await expect(notice).toBeHidden();
});

test('files, prints and saved views name the account', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(three);
  await page.goto(`${url}/?account=sandbox-2`);
  await expect(allLoaded(page)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await exportChoices(page).getByRole('button', { name: /^CSV/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^rented-numbers_sandbox-2_complete_45_/);

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('main', { name: 'Print' }).getByRole('heading')).toHaveText(
    'Support · Rented numbers',
  );
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));

  await page.getByRole('button', { name: 'Views' }).click();
  const views = page.getByRole('region', { name: 'Views' });
  await views.getByRole('textbox', { name: 'View name' }).fill('Support desk');
  await page.keyboard.press('Enter');
  await chooseAccount(page, 'Support', 'Logistics');
  await expect(accountButton(page, 'Logistics')).toBeVisible();
  await page.getByRole('button', { name: 'Views' }).click();
  await views.getByRole('button', { name: 'Support desk', exact: true }).click();
  await expect(page).toHaveURL(`${url}/?account=sandbox-2&view=Support+desk`);
  await expect(page.getByText('Modified')).toHaveCount(0);
});

test('a SIP token is revealed from its own account', async ({ page, serve }) => {
  const { url } = await serve({
    SANDBOX_ACCOUNTS: '3',
    SANDBOX_NUMBERS: '600',
    ALLOW_TOKEN_REVEAL: 'true',
  });
  const sip = (await walk(url, { account: 'sandbox-2' })).find(({ has_token }) => has_token)!;
  const requests = watchRequests(page);
  await page.goto(`${url}/?account=sandbox-2&open=${sip.number}`);
  await page.getByRole('button', { name: 'Reveal for 30 s' }).click();
  await expect(page.getByText('•'.repeat(16))).toBeVisible();
  expect(requests).toContain(`/api/numbers/${sip.number_sid}/token?account=sandbox-2`);
});

test('a hundred accounts are found by keys', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_ACCOUNTS: '100', SANDBOX_NUMBERS: '100' });
  await page.goto(url);
  await accountButton(page, 'Sales').click();
  await expect(choice(page).getByRole('option')).toHaveCount(100);
  await expect(choice(page).getByRole('status')).toHaveText('100 accounts');
  await page.keyboard.press('ArrowUp');
  await expect(choice(page).getByRole('option', { selected: true })).toBeInViewport();
  await page.keyboard.type('sandbox-77');
  await expect(choice(page).getByRole('status')).toHaveText('1 of 100 accounts match');
  await expectNoViolations(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/account=sandbox-77$/);
  await expect(bodyRows(page).first()).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the head shows the account, and More leads to the others', async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer(three);
    await page.goto(url);
    await expect(accountButton(page, 'Sales')).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: 'Switch account' }).filter({ hasText: 'Sales' }).click();
    const option = choice(page).getByRole('option', { name: 'Logistics' });
    expect((await option.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await expectNoViolations(page);
    await option.click();
    await expect(accountButton(page, 'Logistics')).toBeVisible();
    await expect(page).toHaveURL(/account=sandbox-3$/);
  });
});
