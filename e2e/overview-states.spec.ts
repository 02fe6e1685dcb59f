import type { Page } from '@playwright/test';
import { wirePage } from '#sandbox/stand-in/documented-row.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { loadCharts, overview, worldMap } from './overview.ts';
import { wireNumber } from './secret-row.ts';
import type { Environment } from './server.ts';
import { allLoaded } from './table.ts';

const figures = (page: Page) => page.getByRole('figure');
const heading = (page: Page, name: RegExp) => page.getByRole('heading', { name });

interface State {
  name: string;
  env: Environment;
  search?: string;
  /** The pictures, or what is in their place. */
  shows: (page: Page) => Promise<void>;
  pictures?: boolean;
}

const states: State[] = [
  {
    name: 'an empty account',
    env: { SANDBOX_SCENARIO: 'empty' },
    shows: (page) => expect(heading(page, /rents no numbers/)).toBeVisible(),
  },
  {
    name: 'a failed first page',
    env: { SANDBOX_SCENARIO: 'down' },
    shows: (page) => expect(page.getByRole('alert')).toBeVisible(),
  },
  {
    name: 'filters without a match',
    env: { SANDBOX_NUMBERS: '300' },
    search: '&country_code=GP',
    shows: (page) => expect(heading(page, /^No rented number matches/)).toBeVisible(),
  },
  {
    name: 'a search without a match',
    env: { SANDBOX_NUMBERS: '60' },
    search: '&q=zzzqqq',
    shows: (page) => expect(heading(page, /^No match in/)).toBeVisible(),
  },
  {
    name: 'the whole list',
    env: { SANDBOX_NUMBERS: '300' },
    async shows(page) {
      await loadCharts(page);
      await expect(allLoaded(page)).toBeVisible();
      await expect(worldMap(page)).toBeVisible();
      await expect(figures(page)).toHaveCount(7);
    },
    pictures: true,
  },
  {
    name: 'a list that stops',
    env: { SANDBOX_SCENARIO: 'malformed-later', SANDBOX_NUMBERS: '300' },
    async shows(page) {
      await loadCharts(page);
      await expect(page.getByRole('alert')).toBeVisible();
    },
    pictures: true,
  },
];

test.describe('the state of the list', () => {
  test.use({ requestsFail: true });

  for (const { name, env, search = '', shows, pictures = false } of states) {
    test(`${name}: ${pictures ? 'the pictures' : 'said instead of pictures'}, no taller than the window`, async ({
      page,
      serve,
    }) => {
      const { url } = await serve(env);
      await page.goto(`${url}/?show=overview${search}`);
      await shows(page);
      await expect(figures(page)).toHaveCount(pictures ? 7 : 0);
      for (const [width, height] of [
        [1440, 900],
        [1024, 768],
        [390, 844],
        [720, 450],
      ] as const) {
        await page.setViewportSize({ width, height });
        const excess = () =>
          page.evaluate(() => {
            const { scrollHeight, scrollWidth } = document.documentElement;
            return [Math.max(0, scrollHeight - innerHeight), Math.max(0, scrollWidth - innerWidth)];
          });
        await expect.poll(excess, { message: `at ${width} x ${height}` }).toEqual([0, 0]);
      }
      if (!pictures) await expectNoViolations(page);
    });
  }
});

test('while the first numbers are awaited, nothing is drawn that would be wrong', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_LATENCY_MS: '1500' });
  await page.goto(`${url}/?show=overview`);
  await expect(overview(page)).toHaveAttribute('aria-busy', 'true');
  await expect(figures(page)).toHaveCount(0);
  await expect(overview(page)).toHaveAttribute('aria-busy', 'false');
  await expect(figures(page)).toHaveCount(7);
});

test('a first page without a readable row is followed by the next one', async ({ page, serve }) => {
  const accountSid = 'acc-unreadable';
  const row = wireNumber(accountSid, null);
  const upstream = await startStandIn(({ url = '' }, response) => {
    const isFirst = !new URL(url, 'http://upstream').searchParams.has('next');
    const next = `${upstream.url}/v2/accounts/${accountSid}/numbers?limit=20&next=second`;
    sendJson(
      response,
      isFirst ? wirePage([{ ...row, number_sid: null }], { next }) : wirePage([row]),
    );
  });
  const { url } = await serve({
    APIFONICA_ACCOUNT_SID: accountSid,
    APIFONICA_AUTH_TOKEN: 'a-test-token',
    APIFONICA_API_URL: upstream.url,
  });
  await page.goto(`${url}/?show=overview`);
  await expect(figures(page)).toHaveCount(7);
  await upstream.close();
});
