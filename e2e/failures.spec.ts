import type { Page } from '@playwright/test';
import { ask, walk, walkPages } from './api.ts';
import { recordCountdown } from './countdown.ts';
import { tryAgain } from './faults/page.ts';
import { expect, test } from './fixtures.ts';
import type { Environment } from './server.ts';
import {
  allLoaded,
  bodyRows,
  grid,
  readList,
  readTable,
  scrollUntil,
  statusLine,
} from './table.ts';

/** The first row that is fully visible below the header. */
const firstVisibleRow = (page: Page) =>
  grid(page).evaluate((element) => {
    const top = element.parentElement!.getBoundingClientRect().top + 32;
    const rows = [...element.querySelectorAll('[role=row]')].slice(1);
    const first = rows.find((row) => row.getBoundingClientRect().top >= top);
    return { text: first?.textContent, top: first?.getBoundingClientRect().top };
  });

/** Expects rows, and no claim that the list is complete. */
async function expectPart(page: Page, loaded: number): Promise<void> {
  await expect(statusLine(page)).toContainText(`${loaded} loaded, then stopped`);
  await expect(statusLine(page)).not.toContainText('All');
  await expect(page.getByText(/End of list/)).toBeHidden();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '-1');
  await expect(bodyRows(page).first()).toBeVisible();
  await page.getByRole('button', { name: `Export ${loaded} loaded rows` }).click();
  await expect(page.getByText('“partial” is added to the file name.')).toBeVisible();
}

interface FirstPageCase {
  env: Environment;
  search?: string;
  status: number;
  code: string;
}

interface ShownCase extends FirstPageCase {
  title: string;
  detail?: string;
  button?: RegExp;
}

const live = { APIFONICA_ACCOUNT_SID: 'acc1', APIFONICA_AUTH_TOKEN: 'canary' };
const scenario = (SANDBOX_SCENARIO: string) => ({ env: { SANDBOX_SCENARIO } });
const auth = { status: 502, code: 'upstream_auth' };
const untrusted = { status: 502, code: 'upstream_contract' };

/** Of the failures that the page shows alike, one. */
const shown: ShownCase[] = [
  {
    ...scenario('down'),
    status: 502,
    code: 'upstream_unavailable',
    title: 'Apifonica has a problem',
  },
  {
    ...scenario('rate-limited-always'),
    status: 429,
    code: 'upstream_rate_limited',
    title: 'Apifonica is limiting requests',
    button: /^Retry now \((30|2\d) s\)$/,
  },
  {
    ...scenario('ignores-filters'),
    search: '?type=sip',
    ...untrusted,
    title: 'Apifonica sent an invalid response',
  },
  {
    // No server listens on port 9 ("discard").
    env: { ...live, APIFONICA_API_URL: 'http://127.0.0.1:9', UPSTREAM_DEADLINE_MS: '1000' },
    status: 502,
    code: 'upstream_unreachable',
    title: 'Apifonica cannot be reached',
    detail: 'Connections to Apifonica’s server are refused (ECONNREFUSED)',
  },
];

/** Failures that only have another code, and so another title. */
const alike: FirstPageCase[] = [
  { ...scenario('unauthorized'), ...auth },
  { ...scenario('forbidden'), ...auth },
  { ...scenario('account-missing'), status: 502, code: 'upstream_account' },
  { ...scenario('malformed'), ...untrusted },
  { ...scenario('missing-numbers'), ...untrusted },
  { ...scenario('foreign-next'), ...untrusted },
  { ...scenario('foreign-account-next'), ...untrusted },
  {
    env: { SANDBOX_SCENARIO: 'hang', UPSTREAM_TIMEOUT_MS: '150' },
    status: 504,
    code: 'upstream_timeout',
  },
];

async function expectProblem(url: string, { search = '', status, code }: FirstPageCase) {
  const response = await ask(`${url}/api/numbers${search}`);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = await response.json();
  expect(problem).toMatchObject({ code, status, requestId: expect.any(String) });
  // No page comes with it.
  expect(problem).not.toHaveProperty('numbers');
}

test.describe('the first page fails', () => {
  test.use({ requestsFail: true });

  for (const one of shown) {
    const { env, search = '', code, title, detail = '', button = /^Try again$/ } = one;
    test(`${env.SANDBOX_SCENARIO ?? code}: ${title}`, async ({ page, serve }) => {
      const { url } = await serve(env);
      await page.goto(`${url}/${search}`);
      const alert = page.getByRole('alert');
      await expect(alert.getByRole('heading', { name: title })).toBeVisible();
      await expect(alert).toContainText(detail);
      await expect(alert.getByRole('button', { name: button })).toBeVisible();
      await expect(bodyRows(page)).toHaveCount(0);
      await expect(statusLine(page)).toContainText('Nothing loaded');
      await expectProblem(url, one);
    });
  }

  for (const one of alike) {
    test(`${one.env.SANDBOX_SCENARIO}: ${one.code}`, async ({ serve }) => {
      const { url } = await serve(one.env);
      await expectProblem(url, one);
    });
  }
});

for (const [name, failures] of [
  ['recovers', 2],
  ['flaky', 3],
] as const) {
  test(`${name}: the server tries again, and nobody notices`, async ({ page, serve }) => {
    const { url, log } = await serve({ SANDBOX_SCENARIO: name, SANDBOX_NUMBERS: '160' });
    await page.goto(url);
    await scrollUntil(page, allLoaded(page));
    await expect(statusLine(page)).toContainText('All 160 loaded');
    expect(log().match(/"upstream retry"/g)).toHaveLength(failures);
  });
}

test.describe('a later page fails', () => {
  test.use({ requestsFail: true });

  test('rate-limited: counts down and goes on by itself', async ({ page, serve }) => {
    const { url } = await serve({
      SANDBOX_SCENARIO: 'rate-limited',
      SANDBOX_NUMBERS: '100',
      // Shorter than the requested wait, so the page must wait instead of the server.
      UPSTREAM_DEADLINE_MS: '1500',
    });
    const expectCountdown = await recordCountdown(page);
    await page.goto(url);
    await expect(statusLine(page)).toContainText('All 100 loaded');
    await expect(page.getByRole('alert')).toBeHidden();
    await expectCountdown(2);
    const rows = await readList(page);
    const plain = await serve({ SANDBOX_NUMBERS: '100' });
    const numbers = await walk(plain.url);
    expect(rows.map((row) => row.Number)).toEqual(numbers.map((number) => number.number_display));
  });

  test('outage: Try again continues where loading stopped, each time', async ({ page, serve }) => {
    const { url } = await serve({ SANDBOX_SCENARIO: 'outage', SANDBOX_NUMBERS: '100' });
    await page.goto(url);
    await expect(page.getByRole('alert')).toContainText('Apifonica has a problem');
    await expectPart(page, 60);
    // The notice goes for as long as the answer takes, and comes back with it.
    const again = page.waitForResponse(/\/api\/numbers/);
    await tryAgain(page).click();
    await again;
    await expectPart(page, 60);
    await tryAgain(page).click();
    const plain = await serve({ SANDBOX_NUMBERS: '100' });
    const numbers = await walk(plain.url);
    const rows = await readList(page);
    expect(rows.map((row) => row.Number)).toEqual(numbers.map((number) => number.number_display));
  });

  for (const [name, loaded, words] of [
    ['malformed-later', 40, 'something other than JSON'],
    ['missing-next', 20, 'missing a part'],
    ['cursor-loop', 20, 'the list cannot go on'],
  ] as const) {
    test(`${name}: the rows stay, and nothing claims that they are all`, async ({
      page,
      serve,
    }) => {
      const { url } = await serve({ SANDBOX_SCENARIO: name });
      await page.goto(url);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText('Apifonica sent an invalid response');
      await expect(alert).toContainText(words);
      await expect(tryAgain(page)).toBeVisible();
      await expectPart(page, loaded);
    });
  }

  test('the dashboard server goes away: the rows stay, and a notice says so', async ({
    page,
    serve,
  }) => {
    const server = await serve();
    await page.goto(server.url);
    await expect(statusLine(page)).toContainText('100 loaded');
    server.process.kill('SIGKILL');
    const alert = page.getByRole('alert');
    await scrollUntil(page, alert);
    await expect(alert).toContainText('The dashboard server does not answer');
    await expectPart(page, 100);
  });

  test('offline: the rows stay, and loading continues when back online', async ({
    page,
    context,
    serve,
  }) => {
    const { url } = await serve({ SANDBOX_NUMBERS: '160' });
    await page.goto(url);
    await expect(statusLine(page)).toContainText('100 loaded');
    await context.setOffline(true);
    const alert = page.getByRole('alert');
    await scrollUntil(page, alert);
    await expect(alert).toContainText('Offline: filters and search cover the 100 loaded rows.');
    await expectPart(page, 100);
    await page.keyboard.press('Escape');
    await context.setOffline(false);
    await expect(alert).toBeHidden();
    const rows = await readList(page);
    expect(rows.map((row) => row.Number)).toEqual(
      (await walk(url)).map((number) => number.number_display),
    );
  });

  test('cursor-expired: the list is loaded again and the scroll position kept', async ({
    page,
    serve,
  }) => {
    const plain = await serve({ SANDBOX_NUMBERS: '300' });
    const numbers = await walk(plain.url);
    const { url } = await serve({
      SANDBOX_SCENARIO: 'cursor-expired',
      // Slow enough to scroll before the cursor is lost.
      SANDBOX_LATENCY_MS: '500',
      SANDBOX_NUMBERS: '300',
    });
    const notice = page.getByRole('group', { name: 'Loading started again from the first page.' });
    await page.goto(url);
    await expect(statusLine(page)).toContainText(/^[46]0 loaded/);
    await grid(page).evaluate((element) => element.parentElement!.scrollTo(0, 410));
    const place = await firstVisibleRow(page);
    expect(place.text).toContain(numbers[13]!.number_display);

    await expect(notice).toBeVisible();
    await expect.poll(() => firstVisibleRow(page)).toEqual(place);
    await expect(page.getByRole('alert')).toBeHidden();
    const rows = await readList(page);
    expect(rows.map((row) => row.Number)).toEqual(numbers.map((number) => number.number_display));
    await expect(statusLine(page)).toContainText('All 300 loaded');
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toBeHidden();
  });
});

for (const name of ['filters-in-next', 'relative-next', 'offset-next', 'double-slash-next']) {
  test(`${name}: all 500 are listed, filtered or not`, async ({ serve, sharedServer }) => {
    const plain = await sharedServer();
    const { url } = await serve({ SANDBOX_SCENARIO: name });
    for (const filters of [{}, { voice: 'false' }]) {
      expect(await walk(url, filters)).toEqual(await walk(plain.url, filters));
    }
    expect(await walk(url)).toHaveLength(500);
  });
}

test('duplicate-rows: every number is shown once', async ({ page, serve }) => {
  const plain = await serve({ SANDBOX_NUMBERS: '200' });
  const { url } = await serve({ SANDBOX_SCENARIO: 'duplicate-rows', SANDBOX_NUMBERS: '200' });
  await page.goto(url);
  const rows = await readList(page);
  expect(rows.map((row) => row.Number)).toEqual(
    (await walk(plain.url)).map((number) => number.number_display),
  );
  await expect(statusLine(page)).toContainText('All 200 loaded');
});

test('offset-next: the page walks to the end', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_SCENARIO: 'offset-next' });
  await page.goto(url);
  await scrollUntil(page, allLoaded(page));
  await expect(statusLine(page)).toContainText('All 500 loaded');
});

test('broken-rows: rows without a SID are left out with a notice; a bad date is dropped, its row kept', async ({
  page,
  serve,
}) => {
  const plain = await serve({ SANDBOX_NUMBERS: '60' });
  const numbers = await walk(plain.url);
  const { url, log } = await serve({ SANDBOX_SCENARIO: 'broken-rows', SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  const notice = page.getByRole('group', { name: '3 rows skipped: invalid data.' });
  await expect(notice).toBeVisible();
  const end = statusLine(page).getByText(/^57 loaded, 3 skipped, /);
  const rows = await readList(page, { end });
  const whole = numbers.filter((_, at) => at % 20 !== 3);
  expect(rows.map((row) => row.Number)).toEqual(whole.map((number) => number.number_display));
  const undated = rows.filter((row) => row.Rented === '');
  expect(undated.map((row) => row.Number)).toEqual(
    numbers.filter((_, at) => at % 20 === 11).map((number) => number.number_display),
  );
  expect(log()).toContain('"skipped":1,"fields":["number_sid"]');
  expect(log()).toContain('"values":1,"fields":["created"]');
});

test('unknown-fields: nothing undocumented leaves the server', async ({ page, serve }) => {
  const plain = await serve({ SANDBOX_NUMBERS: '60' });
  const [reference] = await walkPages(plain.url);
  const { url, log } = await serve({ SANDBOX_SCENARIO: 'unknown-fields', SANDBOX_NUMBERS: '60' });
  const pages = await walkPages(url);
  for (const each of pages) {
    expect(Object.keys(each)).toEqual(Object.keys(reference!));
    for (const number of each.numbers) {
      expect(Object.keys(number)).toEqual(Object.keys(reference!.numbers[0]!));
    }
  }
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 60 loaded');
  const [, , , fourth] = await readTable(page);
  expect(fourth).toMatchObject({
    Number: pages[0]!.numbers[3]!.number_display,
    Type: 'shared cost',
  });
  for (const text of [JSON.stringify(pages), await page.content(), log()]) {
    expect(text).not.toContain('sandbox-nested-secret');
  }
  await page.getByRole('button', { name: /^shared cost/ }).click();
  await expect(statusLine(page)).toContainText(/[89] of all 60 rows match/);
});

test('empty: an account without numbers is told so', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_SCENARIO: 'empty' });
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'This account rents no numbers' })).toBeVisible();
  await expect(statusLine(page)).toContainText(/No numbers \(checked \d+:\d\d/);
  await expect(page.getByRole('button', { name: /^Export/ })).toBeDisabled();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1');
});

test('slow: the wait is explained while it lasts', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_SCENARIO: 'slow', SANDBOX_NUMBERS: '20' });
  await page.goto(url);
  const words = statusLine(page).getByText('Waiting for Apifonica, which is slow to answer…');
  await expect(words).toBeVisible();
  await expect(statusLine(page)).toContainText('Loading the first numbers');
  await expect(statusLine(page)).toContainText('All 20 loaded');
  await expect(words).toBeHidden();
});

test.describe(() => {
  // A wide window shows every usual column.
  test.use({ timezoneId: 'UTC', viewport: { width: 1680, height: 900 } });

  test('documented: the row of the vendor’s own page is shown as it says', async ({
    page,
    serve,
  }) => {
    const { url } = await serve({ SANDBOX_SCENARIO: 'documented' });
    await page.goto(url);
    await expect(allLoaded(page)).toHaveText(/^1 number, loaded/);
    await expect
      .poll(() => readTable(page))
      .toEqual([
        {
          index: '1',
          Number: '+44 7480 600503',
          Country: 'United Kingdom',
          Type: 'Local',
          Capabilities: 'Voice offSMS',
          Finding: 'Warning: Private-network webhook+2 and 2 more',
          Mode: 'xml',
          'Voice goes to': '',
          'Messages go to': '172.16.102.175:8082/messages/events',
          Rented: 'Mar 31, 2016',
          Updated: 'Mar 31, 2016',
        },
      ]);
    await bodyRows(page).first().click();
    const panel = page.getByRole('complementary');
    await expect(panel).toContainText('2016-03-31 11:16:59 UTC+03:00');
    await expect(panel).toContainText('Mar 31, 2016, 8:16 AM');
  });
});
