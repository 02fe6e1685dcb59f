import type { Page } from '@playwright/test';
import { walk } from '../api.ts';
import { expectNoViolations } from '../axe.ts';
import { signInDialog } from '../security/fixtures.ts';
import { bodyRows } from '../table.ts';
import { chooseAccount } from './account-choice.ts';
import { startAccountList } from './account-list.ts';
import { expect, signInAs, test } from './company.ts';

// Requests fail before sign-in.
test.use({ requestsFail: true });

const personMenu = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The entries of the open menu of the person. */
const entries = (page: Page) => page.getByRole('menuitem');

const details = (page: Page) => page.getByRole('complementary');

test('the page offers a person what the role allows, and nothing else', async ({
  page,
  serveCompany,
  serve,
}) => {
  const sandbox = { SANDBOX_NUMBERS: '60' };
  const { proxy } = await serveCompany({ ...sandbox, ALLOW_TOKEN_REVEAL: 'true' });
  const { url } = await serve(sandbox);
  const sip = (await walk(url)).find(({ has_token }) => has_token)!;
  const home = `${proxy.publicOrigin}/?open=${sip.number}`;

  async function enter(person: Parameters<typeof signInAs>[1]) {
    await page.context().clearCookies();
    await page.goto(home);
    await signInDialog(page).getByRole('link', { name: 'Sign in with your company' }).click();
    await signInAs(page, person);
    await page.waitForURL(home);
    await expect(details(page)).toContainText(sip.number_display);
  }

  await enter('cem');
  await expect(details(page).getByText('SIP token')).toBeVisible();
  await expect(details(page).getByRole('button', { name: 'Reveal' })).toHaveCount(0);
  await personMenu(page, 'cem of the company, Viewer').click();
  await expect(entries(page)).toHaveText([
    'cem of the companyViewer: reads the numbers',
    'Sign out',
  ]);
  await page.goto(`${proxy.publicOrigin}/?dialog=admin`);
  const admin = page.getByRole('dialog', { name: 'Sessions and health' });
  await expect(admin.getByRole('alert')).toHaveText('Only admins see sessions and health.');
  await expect(admin.getByRole('region')).toHaveCount(0);
  await expectNoViolations(page);
  await admin.getByRole('button', { name: 'Close' }).click();
  await expect(admin).toBeHidden();
  await expect(page).not.toHaveURL(/dialog/);

  await enter('ann');
  await expect(details(page).getByRole('button', { name: 'Reveal' })).toBeVisible();
  await personMenu(page, 'ann of the company, Operator').click();
  await expect(entries(page)).toHaveCount(2);

  await enter('bob');
  await personMenu(page, 'bob of the company, Admin').click();
  await expect(entries(page)).toHaveCount(3);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(signInDialog(page)).toBeVisible();
  await expect(bodyRows(page)).toHaveCount(0);
});

test('the rows of a person who was signed out are not those of the next one', async ({
  page,
  serveCompany,
}) => {
  const accounts = await startAccountList({ berlin: 20, oslo: 20, tallinn: 20 });
  try {
    const closed = { groups: { viewer: [], operator: [] } };
    const [berlin, oslo, tallinn] = ['berlin', 'oslo', 'tallinn'].map(accounts.entry);
    await accounts.write([{ ...berlin, ...closed }, { ...oslo, ...closed }, { ...tallinn }]);
    const { proxy } = await serveCompany(accounts.env);
    await page.goto(`${proxy.publicOrigin}/sign-in`);
    await signInAs(page, 'bob');
    await page.waitForURL(/account=berlin/);
    await chooseAccount(page, 'The berlin', 'The oslo');
    await expect(bodyRows(page).first()).toContainText('of oslo');

    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(signInDialog(page)).toBeVisible();
    const tab = await page.context().newPage();
    await tab.goto(`${proxy.publicOrigin}/sign-in`);
    await signInAs(tab, 'cem');
    await expect(bodyRows(tab).first()).toContainText('of tallinn');
    await tab.close();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(bodyRows(page).first()).toContainText('of tallinn');

    // Nothing is answered from here on, so all that can be seen is what the page has kept.
    await page.route('**/api/**', () => {});
    await page.goBack();
    await expect(page).toHaveURL(/account=berlin/);
    await expect(page.getByText('of berlin')).toHaveCount(0);
  } finally {
    await accounts.close();
  }
});
