import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { bodyRows, statusLine } from './table.ts';

/** Requests to the list that the server logged. */
const asked = (log: string) => log.match(/"path":"\/api\/numbers"/g)?.length ?? 0;

/** Whether the first request to the list was sent before the last script had loaded. */
const isAheadOfScripts = (page: Page) =>
  page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const list = entries.find(({ name }) => new URL(name).pathname === '/api/numbers');
    const scripts = entries.filter(({ initiatorType }) => initiatorType === 'script');
    return (
      list !== undefined && list.startTime < Math.max(...scripts.map((one) => one.responseEnd))
    );
  });

// So few numbers that each list is one page: a further request would be a repeated one.
const few = { SANDBOX_NUMBERS: '18' };

for (const [search, lists] of [
  ['', 1],
  ['?type=local&voice=true', 1],
  ['?country_code=GB,US', 2],
  ['?voice=yes&type=mobile&type=sip&sort=-created', 1],
] as const) {
  test(`the first page is asked for once, ahead of the scripts: /${search}`, async ({
    page,
    serve,
  }) => {
    const server = await serve(few);
    await page.goto(server.url + search);
    await expect(bodyRows(page).first()).toBeVisible();
    await expect(statusLine(page)).toContainText(/^All \d+ /);
    expect(await isAheadOfScripts(page)).toBe(true);
    expect(asked(server.log())).toBe(lists);
  });
}

test('the first page is preloaded only after sign-in', async ({ request, serve }) => {
  const { url } = await serve({ ...few, DASHBOARD_PASSWORD: 'correct horse' });
  // The header that browsers send to an origin that they trust.
  const trusting = { 'sec-fetch-site': 'none' };
  const link = async () => (await request.get(url, { headers: trusting })).headers().link;
  expect(await link()).toBeUndefined();
  const headers = { 'x-requested-by': 'e2e' };
  const signIn = { data: { password: 'correct horse' }, headers };
  expect((await request.post(`${url}/api/session`, signIn)).status()).toBe(200);
  expect(await link()).toMatch(/^<\.\/api\/numbers>; rel=preload;/);
});
