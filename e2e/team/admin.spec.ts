import type { Browser, Page } from '@playwright/test';
import { expectNoViolations } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { freePort } from '../free-port.ts';
import { watchRequests } from '../requests.ts';
import { password, signIn, signInDialog } from '../security/fixtures.ts';
import { bodyRows, loadedAhead } from '../table.ts';
import { toast } from '../toast.ts';

// Requests fail while signed out.
test.use({ requestsFail: true });

/** A dashboard with a company sign-in, whose provider is away, and a password as a second way. */
async function settings() {
  const port = await freePort();
  return {
    PORT: String(port),
    PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
    DASHBOARD_PASSWORD: password,
    OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`,
    OIDC_CLIENT_ID: 'dashboard',
    OIDC_CLIENT_SECRET: 'a secret of the dashboard',
    OIDC_ROLES: 'admin=leads',
    SANDBOX_ACCOUNTS: '3',
  };
}

const personMenu = (page: Page) => page.getByRole('button', { name: 'Password, Admin' });
const admin = (page: Page) => page.getByRole('dialog', { name: 'Sessions and health' });
const sessions = (page: Page) =>
  admin(page).getByRole('region', { name: 'Sessions' }).getByRole('listitem');

async function openSignedIn(page: Page, url: string) {
  await page.goto(url);
  await signIn(page);
  await loadedAhead(page);
}

/** Another person's browser, signed in. */
async function openElsewhere(browser: Browser, url: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await openSignedIn(page, url);
  return { page, close: () => context.close() };
}

test('the sign-in offers the company first, with the way back to this page, and the password', async ({
  page,
  serve,
}) => {
  const { url } = await serve(await settings());
  await page.goto(`${url}/?account=sandbox-2&q=50+%25`);
  const way = signInDialog(page).getByRole('link', { name: 'Sign in with your company' });
  const href = new URL((await way.getAttribute('href'))!, page.url());
  expect(href.pathname).toBe('/sign-in');
  expect(href.searchParams.get('to')).toBe('./?account=sandbox-2&q=50+%25');
  await expect(way).not.toHaveAttribute('target');
  await expectNoViolations(page);
  await signIn(page);
  await expect(page.getByRole('button', { name: 'Account: Support' })).toBeVisible();
});

test('a session that ended keeps its rows: the company signs in beside this page', async ({
  page,
  browser,
  serve,
}) => {
  const { url } = await serve(await settings());
  await openSignedIn(page, url);
  const other = await openElsewhere(browser, url);
  await personMenu(other.page).click();
  await other.page.getByRole('menuitem', { name: /^Sessions and health/ }).click();
  await expect(sessions(other.page)).toHaveCount(2);
  await sessions(other.page).filter({ hasNotText: 'This session' }).getByRole('button').click();
  await other.page.keyboard.press('Enter');
  await expect(toast(other.page)).toContainText('Ended the session of Password');
  await expect(sessions(other.page)).toHaveCount(1);
  await other.close();

  await page.getByRole('button', { name: 'Refresh' }).click();
  const way = signInDialog(page).getByRole('link', { name: 'Sign in with your company' });
  await expect(way).toHaveAttribute('target', '_blank');
  await expect(bodyRows(page).first()).toBeVisible();
  // Somebody signs in, in another tab.
  const tab = await page.context().newPage();
  await tab.goto(url);
  await signIn(tab);
  await tab.close();
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(signInDialog(page)).toBeHidden();
  await loadedAhead(page);
});

test('an admin sees sessions and health, ends a session after a second press, and a reload keeps the dialog', async ({
  page,
  browser,
  serve,
}) => {
  const { url } = await serve(await settings());
  await openSignedIn(page, url);
  const other = await openElsewhere(browser, url);
  await personMenu(page).click();
  await expect(page.getByRole('menuitem', { name: 'Password' })).toContainText(
    'Admin: reads the numbers',
  );
  await page.getByRole('menuitem', { name: /^Sessions and health/ }).click();
  await expect(page).toHaveURL(/dialog=admin/);
  await page.reload();
  await expect(sessions(page)).toHaveCount(2);
  const own = sessions(page).filter({ hasText: 'This session' });
  await expect(own).toContainText('Admin · by password · open for under a minute · used just now');
  await expect(own.getByRole('button')).toHaveCount(0);
  const health = admin(page).getByRole('region', { name: 'Health' }).getByRole('listitem');
  await expect(health).toHaveText([
    /^StoreAnswers · Memory/,
    /^Salessandbox-1 · Answers · \d+ of 4 requests in use$/,
    'Supportsandbox-2 · Not used yet',
    'Logisticssandbox-3 · Not used yet',
  ]);
  await expectNoViolations(page);

  const end = sessions(page).getByRole('button', { name: 'End the session of Password…' });
  await end.click();
  await expect(page.getByRole('button', { name: 'End session' })).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(end).toBeFocused();
  const requests = watchRequests(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('Ended the session of Password');
  await expect(sessions(page)).toHaveCount(1);
  expect(requests[0]).toMatch(/^\/api\/admin\/sessions\/[\w-]+$/);
  await other.page.getByRole('button', { name: 'Refresh' }).click();
  await expect(signInDialog(other.page)).toBeVisible();
  await other.close();
  await page.keyboard.press('Escape');
  await expect(admin(page)).toBeHidden();
  await expect(page).not.toHaveURL(/dialog/);
});

test('the palette leads to the sessions; without a sign-in nothing does', async ({
  page,
  serve,
}) => {
  const { url } = await serve(await settings());
  await openSignedIn(page, url);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Number or command' }).fill('sessions');
  await page.keyboard.press('Enter');
  await expect(sessions(page)).toHaveCount(1);

  const open = await serve();
  await page.goto(open.url);
  await loadedAhead(page);
  await expect(page.getByRole('button', { name: /Admin/ })).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Number or command' }).fill('sessions');
  await expect(page.getByRole('option', { name: 'Sessions and health' })).toHaveCount(0);
  await page.goto(`${open.url}/?dialog=admin`);
  await expect(admin(page)).toContainText('Nobody signs in here');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('More has the person, the sessions and the way out', async ({ page, serve }) => {
    const { url } = await serve(await settings());
    await openSignedIn(page, url);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    const more = page.getByRole('dialog', { name: 'More' });
    await expect(more).toContainText('Admin: reads the numbers');
    await expectNoViolations(page);
    await more.getByRole('button', { name: /^Sessions and health/ }).click();
    await expect(sessions(page)).toHaveCount(1);
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await more.getByRole('button', { name: 'Sign out' }).click();
    await expect(signInDialog(page)).toBeVisible();
  });
});
