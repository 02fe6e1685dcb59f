import { readFile } from 'node:fs/promises';
import type { Page, Request } from '@playwright/test';
import { said } from '../announcements.ts';
import { ask } from '../api.ts';
import { freePort } from '../free-port.ts';
import { password, signIn, signInDialog, withPassword } from '../security/fixtures.ts';
import { allLoaded, bodyRows, exportChoices, loadAll, loadedAhead } from '../table.ts';
import { expect, test } from './fixtures.ts';

// Requests fail before sign-in.
test.use({ requestsFail: true });
// Each of these tests uses many features of the page.
test.setTimeout(180_000);

/** The dashboard for a local network, under a name that browsers do not trust over plain http. */
async function plainHttp() {
  const port = await freePort();
  return {
    origin: `http://numbers.lan:${port}`,
    loopback: `http://127.0.0.1:${port}`,
    env: {
      ...withPassword,
      HOST: '0.0.0.0',
      PORT: String(port),
      PUBLIC_ORIGIN: `http://numbers.lan:${port}`,
      ALLOW_INSECURE_HTTP: 'true',
      ALLOW_TOKEN_REVEAL: 'true',
    },
  };
}

/** The clipboard, read by a page on loopback, which the browser allows. */
async function clipboardText(page: Page, loopback: string): Promise<string> {
  const context = page.context();
  await context.grantPermissions(['clipboard-read'], { origin: loopback });
  const reader = await context.newPage();
  await reader.goto(`${loopback}/livez`);
  const text = await reader.evaluate(() => navigator.clipboard.readText());
  await reader.close();
  return text;
}

test('W1 over plain http at a name of the local network, all of the page works', async ({
  page,
  serve,
}) => {
  const { origin, loopback, env } = await plainHttp();
  const server = await serve({ ...env, SANDBOX_NUMBERS: '150' });
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) requests.push(request);
  });

  await page.goto(origin);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await signIn(page);
  await loadedAhead(page);
  await page.reload();
  await loadedAhead(page);
  const pages = requests.filter((one) => one.url().includes('/api/numbers'));
  const fivePages = [false, true, true, true, true];
  // The refused request before sign-in, then all pages before the reload and after it.
  expect(pages.map((one) => new URL(one.url()).searchParams.has('cursor'))).toEqual([
    false,
    ...fivePages,
    ...fivePages,
  ]);

  await loadAll(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await exportChoices(page).getByRole('button', { name: /^CSV/ }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(151);

  await page.getByRole('navigation', { name: 'Filters' }).getByText('SIP', { exact: true }).click();
  await bodyRows(page).first().click();
  const panel = page.getByRole('complementary');
  const revealed = page.waitForResponse(/\/token$/);
  await panel.getByRole('button', { name: 'Reveal for 30 s' }).click();
  const { token } = await (await revealed).json();
  await panel.getByRole('button', { name: 'Copy SIP token' }).click();
  await expect(said(page, 'Copied SIP token')).toBeAttached();
  await expect.poll(() => clipboardText(page, loopback)).toBe(token);

  for (const request of requests) {
    const headers = await request.allHeaders();
    expect(headers['sec-fetch-site']).toBeUndefined();
    expect(headers['x-requested-by']).toBe('page');
  }
  const answers = await Promise.all(requests.map(async (one) => (await one.response())?.status()));
  // Only requests before sign-in were refused, with 401.
  expect(new Set(answers)).toEqual(new Set([200, 401]));
  expect(server.log()).not.toContain('cross_site_refused');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(signInDialog(page)).toBeVisible();
});

test('W1 copying works over plain http: a number, rows, a comparison', async ({ page, serve }) => {
  const { origin, loopback, env } = await plainHttp();
  await serve({ ...env, SANDBOX_NUMBERS: '20' });
  await page.goto(origin);
  await signIn(page);
  await expect(allLoaded(page)).toBeVisible();
  const first = bodyRows(page).first();

  await first.getByRole('rowheader').focus();
  await first.hover();
  const copyNumber = first.getByRole('button', { name: /^Copy / });
  const digits = (await copyNumber.getAttribute('aria-label'))?.replace('Copy ', '') ?? '';
  await copyNumber.click();
  await expect(said(page, `Copied ${digits}`)).toBeAttached();
  await expect.poll(() => clipboardText(page, loopback)).toBe(digits);
  await expect(first.getByRole('rowheader')).toBeFocused();

  await page.getByRole('button', { name: /^Export / }).click();
  await page.getByRole('button', { name: 'Copy all 20 rows' }).click();
  await expect(said(page, 'Copied 20 rows')).toBeAttached();
  expect((await clipboardText(page, loopback)).split('\n')).toHaveLength(21);
  await page.keyboard.press('Escape');

  // In a modal dialog no text outside of it can be selected.
  for (const at of [0, 1]) await bodyRows(page).nth(at).getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'Copy the comparison' }).click();
  await expect.poll(() => clipboardText(page, loopback)).toContain('Number SID');
});

test('W1 over plain http another site stays refused, also where it sends the header of the page', async ({
  serve,
}) => {
  const { loopback, origin, env } = await plainHttp();
  await serve(env);
  const body = JSON.stringify({ password });
  const json = { 'content-type': 'application/json' };
  const status = async (headers: Record<string, string>) =>
    (
      await ask(`${loopback}/api/session`, {
        method: 'POST',
        headers: { ...json, ...headers },
        body,
      })
    ).status;
  for (const site of ['cross-site', 'same-site', 'none']) {
    expect([site, await status({ 'sec-fetch-site': site })]).toEqual([site, 403]);
  }
  expect(await status({ origin: 'http://evil.example' })).toBe(403);
  expect(await status({ origin })).toBe(200);
});
