import type { Page } from '@playwright/test';
import { unhurried } from '../faults/dashboard.ts';
import { notices, tryAgain } from '../faults/page.ts';
import { openWalking } from '../held-walk.ts';
import { signIn, signInDialog } from '../security/fixtures.ts';
import { allLoaded, bodyRows, exportChoices, loadAll, loadedAhead, statusLine } from '../table.ts';
import { expect, test } from './fixtures.ts';
import { proxyNames } from './proxies.ts';

// Requests fail before sign-in.
test.use({ requestsFail: true });
test.setTimeout(180_000);

/** Records the addresses of all requests of the page from now on, without their origin. */
function watchAddresses(page: Page): string[] {
  const addresses: string[] = [];
  page.on('request', (asked) => {
    const { protocol, pathname, search } = new URL(asked.url());
    if (protocol === 'https:') addresses.push(pathname + search);
  });
  return addresses;
}

for (const name of proxyNames) {
  test(`O3 behind ${name}, as the README has it: sign-in, one first request, all of the list, a file, sign-out`, async ({
    page,
    proxyOf,
    serve,
  }) => {
    const proxy = await proxyOf(name);
    const server = await serve({ ...proxy.env, SANDBOX_NUMBERS: '150' });
    await proxy.start(server.url);
    await page.goto(proxy.publicOrigin);
    await signIn(page);
    await loadedAhead(page);
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: '__Host-sid', path: '/', secure: true });

    const addresses = watchAddresses(page);
    const answer = await page.reload();
    expect(answer?.headers()['strict-transport-security']).toBe('max-age=31536000');
    await loadedAhead(page);
    // The first page was requested once, by the preload link.
    expect(addresses.filter((address) => address === '/api/numbers')).toHaveLength(1);

    await loadAll(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export / }).click();
    await exportChoices(page).getByRole('button', { name: /^CSV/ }).click();
    expect((await download).suggestedFilename()).toContain('_150_');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(signInDialog(page)).toBeVisible();
    expect(server.log()).not.toMatch(/host_refused|cross_site_refused/);
  });

  test(`O3 through ${name} a stream arrives as it is written; cut by a restart, it is said to be, and goes on`, async ({
    page,
    proxyOf,
    startDashboard,
  }) => {
    const proxy = await proxyOf(name);
    const { server, upstream } = await startDashboard({ ...unhurried, ...proxy.env }, 300);
    await proxy.start(server.url);
    await page.goto(proxy.publicOrigin);
    await signIn(page);
    await loadedAhead(page);
    // These rows arrive before Apifonica has sent the rest.
    const throughProxy = { ...server, url: proxy.publicOrigin };
    const walk = await openWalking(page, { server: throughProxy, upstream });

    await proxy.stop();
    await expect(notices(page)).toContainText('The connection was lost');
    await expect(statusLine(page)).toContainText('160 loaded, then stopped');
    await proxy.start(server.url);
    walk.release();
    await tryAgain(page).click();
    await expect(statusLine(page)).toContainText('All 300 loaded,');
  });

  test(`W15 below /numbers/ behind ${name}: page, flags, theme, sign-in, filters, details and files, all below it`, async ({
    page,
    proxyOf,
    serve,
  }) => {
    const proxy = await proxyOf(name, '/numbers');
    const server = await serve({ ...proxy.env, SANDBOX_NUMBERS: '150' });
    await proxy.start(server.url);
    await expectAllBelow(page, proxy.publicOrigin);
    expect(server.log()).not.toMatch(/host_refused|cross_site_refused/);
  });
}

test('W15 below /numbers/ behind a proxy that removes the path', async ({
  page,
  proxyOf,
  serve,
}) => {
  const proxy = await proxyOf('nginx', '/numbers', (text) =>
    text.replace(/proxy_pass (http:[^;]*);/, 'proxy_pass $1/;'),
  );
  const server = await serve({ ...proxy.env, SANDBOX_NUMBERS: '150' });
  await proxy.start(server.url);
  await expectAllBelow(page, proxy.publicOrigin);
});

/** Uses most of the page at an address below a path, and expects every request below it. */
async function expectAllBelow(page: Page, publicOrigin: string) {
  const addresses = watchAddresses(page);
  // Without the slash at the end, as people type it.
  await page.goto(`${publicOrigin}?voice=true`);
  await signIn(page);
  await expect(bodyRows(page).first()).toBeVisible();
  expect(page.url()).toBe(`${publicOrigin}/?voice=true`);
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ name: '__Secure-sid', path: '/numbers', secure: true });
  const flag = bodyRows(page).first().locator('img');
  await expect
    .poll(() => flag.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .not.toBe(0);

  await page.getByRole('button', { name: /theme$/ }).click();
  const theme = await page.locator('html').getAttribute('data-theme');
  const before = addresses.length;
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', String(theme));
  await expect(bodyRows(page).first()).toBeVisible();
  const first = '/numbers/api/numbers?voice=true';
  expect(addresses.slice(before).filter((address) => address === first)).toHaveLength(1);

  await loadAll(page);
  await bodyRows(page).first().click();
  await expect(page.getByRole('complementary')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/numbers/');
  await page.keyboard.press('Escape');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await exportChoices(page).getByRole('button', { name: /^CSV/ }).click();
  await (await download).path();
  const overview = page.getByRole('link', { name: 'Overview' });
  await overview.click();
  await expect(page.getByRole('figure', { name: 'Numbers by country' })).toBeVisible();
  await page.goBack();
  await expect(allLoaded(page)).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(signInDialog(page)).toBeVisible();
  expect(page.url()).toBe(`${publicOrigin}/`);
  const outside = addresses.filter((address) => !address.startsWith('/numbers/'));
  expect(outside).toEqual(['/numbers?voice=true']);
}
