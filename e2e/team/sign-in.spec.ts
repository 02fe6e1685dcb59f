import type { Page } from '@playwright/test';
import { unhurried } from '../faults/dashboard.ts';
import { openWalking } from '../held-walk.ts';
import { signInDialog } from '../security/fixtures.ts';
import { bodyRows, loadedAhead, statusLine } from '../table.ts';
import { expect, goToProvider, signInAs, signOutAtProvider, test } from './company.ts';

// Requests fail before sign-in.
test.use({ requestsFail: true });

/** What our own API answers the page. */
const asked = (page: Page, path: string) =>
  page.evaluate(async (address) => {
    const response = await fetch(address);
    return { status: response.status, body: await response.json() };
  }, path);

for (const path of ['', '/numbers'] as const) {
  test(`at ${path}/ a person signs in at the company, and stays signed in on reload and in another tab`, async ({
    page,
    context,
    serveCompany,
  }) => {
    const { proxy, company, server } = await serveCompany({ SANDBOX_NUMBERS: '150' }, path);
    const home = `${proxy.publicOrigin}/`;
    await page.goto(home);
    await expect(signInDialog(page)).toBeVisible();
    expect((await asked(page, 'api/sign-in')).body).toEqual({ password: false, company: true });

    await goToProvider(page, './?voice=true');
    await page.waitForURL(`${company.issuer}/**`);
    const opened = page.waitForResponse(`${home}?voice=true`);
    await signInAs(page, 'ann');
    // The strict cookie came along: the page is opened for this person, not for a stranger.
    expect((await opened).headers().link).toContain('rel=preload');
    await page.waitForURL(`${home}?voice=true`);
    await expect(bodyRows(page).first()).toBeVisible();
    await expect(signInDialog(page)).toBeHidden();

    const own = (await context.cookies()).filter(({ domain }) => domain !== 'localhost');
    expect(own).toEqual([
      expect.objectContaining({
        name: path === '' ? '__Host-sid' : '__Secure-sid',
        path: path === '' ? '/' : path,
        httpOnly: true,
        secure: true,
        sameSite: 'Strict',
      }),
    ]);
    await page.reload();
    await loadedAhead(page);
    const tab = await context.newPage();
    await tab.goto(home);
    await loadedAhead(tab);
    await expect(signInDialog(tab)).toBeHidden();
    expect((await asked(tab, 'api/session')).body).toMatchObject({
      person: { name: 'ann of the company', role: 'operator' },
    });

    // The provider's answer is no page to come back to.
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain('callback');

    const left = await tab.evaluate(async () => {
      const response = await fetch('api/session', { method: 'DELETE' });
      return response.status;
    });
    expect(left).toBe(204);
    await page.goto(home);
    await expect(signInDialog(page)).toBeVisible();

    expect(server.log()).toContain('"person":"ann of the company"');
    expect(server.log()).not.toMatch(/host_refused|cross_site_refused|code=|state=/);
  });
}

test('signing out at the company cuts a load under way, and keeps its rows on the page', async ({
  page,
  context,
  proxyOf,
  companyOf,
  startDashboard,
}) => {
  const proxy = await proxyOf('nginx');
  const company = await companyOf(proxy);
  const { server, upstream } = await startDashboard({ ...unhurried, ...company.env }, 300);
  await proxy.start(server.url);
  await page.goto(`${proxy.publicOrigin}/sign-in`);
  await signInAs(page, 'cem');
  await page.waitForURL(`${proxy.publicOrigin}/`);
  await openWalking(page, { server: { ...server, url: proxy.publicOrigin }, upstream });

  await signOutAtProvider(context, company.issuer);
  await expect(signInDialog(page)).toBeVisible();
  await expect(statusLine(page)).toContainText('160 loaded');
  // Apifonica is asked for nothing more.
  const count = upstream.exchanges.length;
  expect((await asked(page, 'api/numbers')).status).toBe(401);
  expect(upstream.exchanges).toHaveLength(count);
  expect(server.log()).toContain('"event":"logout_by_provider"');
});

test('groups give roles, and nothing more than the role allows is answered', async ({
  browser,
  serveCompany,
}) => {
  const { proxy } = await serveCompany({ ALLOW_TOKEN_REVEAL: 'true' });

  async function enter(name: Parameters<typeof signInAs>[1]) {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(`${proxy.publicOrigin}/sign-in`);
    await signInAs(page, name);
    return page;
  }
  const rightsOf = async (page: Page) => {
    await page.waitForURL(`${proxy.publicOrigin}/`);
    const { body } = await asked(page, 'api/session');
    const { status } = await asked(page, 'api/admin/sessions');
    return { role: body.person.role, reveals: body.can_reveal_tokens, admin: status };
  };
  const viewer = await enter('cem');
  expect(await rightsOf(viewer)).toEqual({ role: 'viewer', reveals: false, admin: 403 });
  const operator = await enter('ann');
  expect(await rightsOf(operator)).toEqual({ role: 'operator', reveals: true, admin: 403 });
  const admin = await enter('bob');
  expect(await rightsOf(admin)).toEqual({ role: 'admin', reveals: true, admin: 200 });

  // The admin ends the session of the viewer, and of nobody else.
  const { body } = await asked(admin, 'api/admin/sessions');
  const found = body.sessions.find(({ name }: { name: string }) => name.startsWith('cem'));
  await admin.evaluate(
    (handle) => fetch(`api/admin/sessions/${handle}`, { method: 'DELETE' }),
    found.handle,
  );
  expect((await asked(viewer, 'api/session')).status).toBe(401);
  expect((await asked(operator, 'api/session')).status).toBe(200);

  const nobody = await enter('eve');
  await expect(nobody.getByRole('heading', { name: 'You have no access' })).toBeVisible();
  for (const page of [viewer, operator, admin, nobody]) await page.context().close();
});

test('a sign-in that failed has a clear page, from which the next one succeeds', async ({
  page,
  browser,
  serveCompany,
}) => {
  const { proxy, company, server } = await serveCompany();
  const signInAddress = `${proxy.publicOrigin}/sign-in`;
  await page.goto(signInAddress);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'said no' })).toBeVisible();
  // The page is styled by a file of ours, as the policy allows no other way.
  await expect(page.locator('body')).toHaveCSS('display', 'grid');

  // The answer of the provider does not arrive, and is taken to another browser.
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.waitForURL(`${company.issuer}/**`);
  await proxy.stop();
  const answer = page.waitForRequest((request) => request.url().includes('/callback?'));
  await signInAs(page, 'ann');
  const address = (await answer).url();
  await proxy.start(server.url);
  const other = await browser.newContext({ ignoreHTTPSErrors: true });
  const stranger = await other.newPage();
  await stranger.goto(address);
  await expect(stranger.getByRole('heading', { name: 'cannot be finished here' })).toBeVisible();
  expect(await other.cookies()).toEqual([]);
  await other.close();

  // It still counts in the browser that began, once.
  await page.goto(address);
  await page.waitForURL(`${proxy.publicOrigin}/`);
  await loadedAhead(page);
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'cannot be finished here' })).toBeVisible();
  await page.getByRole('link', { name: 'Open the dashboard' }).click();
  await loadedAhead(page);
  await expect(signInDialog(page)).toBeHidden();
});

test('while the provider is away, a page says so, and people who are signed in go on', async ({
  page,
  context,
  serveCompany,
  serve,
}) => {
  const { proxy, company, server } = await serveCompany();
  await page.goto(`${proxy.publicOrigin}/sign-in`);
  await signInAs(page, 'ann');
  await page.waitForURL(`${proxy.publicOrigin}/`);
  await company.close();
  await page.reload();
  await loadedAhead(page);
  // A server that has not asked the provider before.
  server.process.kill('SIGKILL');
  await proxy.stop();
  const fresh = await serve(company.env);
  await proxy.start(fresh.url);
  const tab = await context.newPage();
  await tab.goto(`${proxy.publicOrigin}/sign-in`);
  await expect(tab.getByRole('heading', { name: 'does not answer' })).toBeVisible();
});
