import type { Page } from '@playwright/test';
import { ask, walk } from '../api.ts';
import { watchRequests } from '../requests.ts';
import { bodyRows, grid, loadedAhead, scrollUntil, sortButton, statusLine } from '../table.ts';
import {
  expect,
  sessionCookie,
  signIn,
  signInDialog,
  storageDump,
  test,
  withPassword,
} from './fixtures.ts';

// Requests fail while signed out.
test.use({ requestsFail: true });

/** Ends the session of the page from elsewhere; the page does not know. */
async function endSession(page: Page, url: string): Promise<void> {
  const cookie = await sessionCookie(page);
  const answer = await ask(`${url}/api/session`, { method: 'DELETE', headers: { cookie } });
  expect(answer.ok).toBe(true);
}

test('S6 and S8 one cookie, out of reach of scripts, new at every sign-in, dead after signing out', async ({
  page,
  serve,
}) => {
  const { url } = await serve(withPassword);
  await page.goto(url);
  await expect(signInDialog(page)).toBeVisible();
  await expect.poll(() => page.context().cookies()).toEqual([]);
  await signIn(page);
  await loadedAhead(page);

  const cookies = await page.context().cookies();
  expect(cookies).toEqual([
    {
      name: 'sid',
      value: expect.stringMatching(/^[\w-]{43}$/),
      domain: '127.0.0.1',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: false,
      sameSite: 'Strict',
    },
  ]);
  expect(await page.evaluate(() => document.cookie)).toBe('');

  const first = await sessionCookie(page);
  const status = async (cookie: string) =>
    (await ask(`${url}/api/numbers`, { headers: { cookie } })).status;
  expect(await status(first)).toBe(200);
  await page.evaluate(
    async (body) =>
      fetch('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    JSON.stringify({ password: withPassword.DASHBOARD_PASSWORD }),
  );
  const second = await sessionCookie(page);
  expect(second).not.toBe(first);
  expect(await status(first)).toBe(401);
  expect(await status(second)).toBe(200);

  const left = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'Sign out' }).click();
  expect((await left).status()).toBe(204);
  await expect(signInDialog(page)).toBeVisible();
  await expect.poll(() => page.context().cookies()).toEqual([]);
  expect(await status(second)).toBe(401);
});

/** The first row in view and how far it is from the top, which is the reader's place. */
const place = (page: Page) =>
  grid(page).evaluate((element) => {
    const { top } = element.parentElement!.getBoundingClientRect();
    const rows = [...element.querySelectorAll('[role=row]')].slice(1);
    const first = rows.find((row) => row.getBoundingClientRect().top >= top + 32);
    return { text: first?.textContent, from: first && first.getBoundingClientRect().top - top };
  });

test('S8 a session that ends while somebody works asks for the password over the page, and leaves it as it was', async ({
  page,
  serve,
}) => {
  const { url } = await serve(withPassword);
  await page.goto(`${url}/?voice=true`);
  await signIn(page);
  await loadedAhead(page);
  await endSession(page, url);

  await scrollUntil(page, signInDialog(page));
  await expect(statusLine(page)).toContainText('100 loaded');
  const before = await place(page);
  const address = page.url();
  await page.keyboard.press('Escape');
  await expect(signInDialog(page)).toBeVisible();

  await page.getByLabel('Password').fill('not the password');
  await page.keyboard.press('Enter');
  await expect(signInDialog(page).getByRole('alert')).not.toBeEmpty();
  await signIn(page);
  await expect.poll(() => place(page)).toEqual(before);
  expect(page.url()).toBe(address);
  // The list continues from there, with the loaded rows.
  await expect(statusLine(page)).toContainText(/1[2-9]0 loaded/);
  await expect.poll(() => place(page)).toEqual(before);
});

test('S8 a refresh that met the end of the session is repeated after the sign-in', async ({
  page,
  serve,
}) => {
  const { url } = await serve(withPassword);
  await page.goto(url);
  await signIn(page);
  await loadedAhead(page);
  await endSession(page, url);
  await statusLine(page).getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(signInDialog(page)).toBeVisible();
  const requests = watchRequests(page);
  await signIn(page);
  await expect.poll(() => requests).toContain('/api/numbers');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(statusLine(page)).toContainText('loaded, more available');
});

test('E3 the sign-in stays until the password is given, and keeps what was open below', async ({
  page,
  serve,
}) => {
  const { url } = await serve(withPassword);
  await page.goto(url);
  await signIn(page);
  await loadedAhead(page);
  const [first] = await bodyRows(page).getByRole('rowheader').allTextContents();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Compare with a list of numbers' }).click();
  const list = page.getByRole('textbox', { name: 'Your numbers' });
  await list.fill('+44 20 7946 0958');
  await endSession(page, url);
  await page.getByRole('dialog').getByRole('button', { name: 'Load all' }).click();
  await expect(signInDialog(page)).toBeVisible();

  await page.getByLabel('Password').fill('half of');
  for (const _ of 'abcd') {
    await page.keyboard.press('Escape');
    await expect(signInDialog(page)).toBeVisible();
    await expect(page.getByLabel('Password')).toHaveValue('half of');
  }
  await page.mouse.click(5, 5);
  await page.keyboard.press('Escape');
  await expect(signInDialog(page)).toBeVisible();
  // A phone's Back button closes a dialog like this, without a cancel event.
  await signInDialog(page).evaluate((dialog) => (dialog as HTMLDialogElement).close());
  await expect(signInDialog(page)).toBeVisible();
  expect(await signInDialog(page).evaluate((dialog) => dialog.matches(':modal'))).toBe(true);

  await signIn(page);
  await expect(list).toHaveValue('+44 20 7946 0958');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(bodyRows(page).getByRole('rowheader').first()).toHaveText(first ?? '');
  await expect(statusLine(page)).toContainText(/loaded/);
});

test('S28 the browser keeps nothing of the inventory, and after signing out not even the page does', async ({
  page,
  serve,
}) => {
  const { url } = await serve(withPassword);
  await page.goto(`${url}/?voice=true`);
  await signIn(page);
  await loadedAhead(page);
  const cookie = await sessionCookie(page);
  const numbers = await page.evaluate(
    async () => (await (await fetch('/api/numbers')).json()).numbers as Record<string, unknown>[],
  );
  expect(await walk(url).catch(() => 'refused')).toBe('refused');
  const [row] = numbers;
  await bodyRows(page).first().click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.getByRole('button', { name: /theme$/ }).click();
  await sortButton(page, 'Name').click();

  const secrets = numbers.flatMap((number) => [number.number, number.number_sid, number.name]);
  const words = [row?.account_sid, cookie.split('=')[1], ...secrets].filter(
    (word): word is string => typeof word === 'string' && word.length > 3,
  );
  expect(words.length).toBeGreaterThan(40);
  const expectNothing = (where: string, text: string) => {
    for (const word of words) expect(text, `${word} in ${where}`).not.toContain(word);
  };
  const kept = await storageDump(page);
  expectNothing('the storage', kept);
  expect(JSON.parse(kept)).toMatchObject({
    session: {},
    databases: [],
    caches: [],
    workers: 0,
    cookie: '',
    window: '',
  });

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(signInDialog(page)).toBeVisible();
  expect(page.url()).toBe(`${url}/`);
  expectNothing('the storage', await storageDump(page));
  expectNothing('the page', await page.content());
  await page.goBack();
  await expect(signInDialog(page)).toBeVisible();
  await expect(bodyRows(page)).toHaveCount(0);
  expectNothing('the page before', await page.content());
});
