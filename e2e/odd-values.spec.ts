import type { Page } from '@playwright/test';
import { wirePage } from '#sandbox/stand-in/documented-row.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { expect, test } from './fixtures.ts';
import { facetValue } from './rail.ts';
import { wireNumber } from './secret-row.ts';
import type { Server } from './server.ts';
import { bodyRows, statusLine } from './table.ts';

const accountSid = 'acc-odd-values';
const filterNames = ['number', 'country_code', 'country_name', 'type', 'voice', 'messaging'];

/** Undocumented values, and the page's texts for them. */
const countries = [
  ['GB', 'United Kingdom'],
  ['gb', 'United Kingdom (gb)'],
  ['GBR', 'Great Britain (GBR)'],
  // The browsers' own name for this code.
  ['ZZ', 'Unknown Region'],
  ['a,b\\c', 'Somewhere (a,b\\c)'],
  ['', 'Unsaid'],
] as const;
const types = [
  ['Local Mobile', 'Local Mobile'],
  ['short_code', 'short code'],
  ['toll-free, 24/7', 'toll-free, 24/7'],
  ['移动 📞', '移动 📞'],
  ['local', 'Local'],
  ['', ''],
] as const;
const countryNames: Record<string, string> = {
  GBR: 'Great Britain',
  ZZ: 'Nowhere',
  'a,b\\c': 'Somewhere',
  '': 'Unsaid',
};

const rows = countries.map(([country_code], at) => ({
  ...wireNumber(accountSid, null),
  number_sid: `num-odd-${at}`,
  number: `44207946000${at}`,
  country_code,
  country_name: countryNames[country_code] ?? 'United Kingdom',
  type: types[at]?.[0] ?? '',
}));

/** A stand-in that compares filters exactly, with a dashboard before it. */
const withOdd = test.extend<{ server: Server }>({
  server: async ({ serve }, use) => {
    const upstream = await startStandIn(({ url = '' }, response) => {
      const { searchParams } = new URL(url, 'http://upstream');
      const numbers = rows.filter((row: Record<string, unknown>) =>
        filterNames.every(
          (name) => !searchParams.has(name) || String(row[name]) === searchParams.get(name),
        ),
      );
      sendJson(response, wirePage(numbers));
    });
    const server = await serve({
      APIFONICA_ACCOUNT_SID: accountSid,
      APIFONICA_AUTH_TOKEN: 'a-token-for-tests',
      APIFONICA_API_URL: upstream.url,
    });
    await use(server);
    upstream.close();
  },
});

async function expectRows(page: Page, ordinals: number[]) {
  await expect(bodyRows(page)).toHaveCount(ordinals.length);
  for (const at of ordinals) {
    await expect(bodyRows(page).filter({ hasText: `+44 20 7946 000${at}` })).toHaveCount(1);
  }
}

for (const [name, values] of [
  ['Country', countries],
  ['Type', types],
] as const) {
  withOdd(
    `W10 each ${name} that a row is shown with shows the row, now and after a reload`,
    async ({ page, server: { url } }) => {
      await page.goto(url);
      await expectRows(page, [0, 1, 2, 3, 4, 5]);
      for (const [at, [value, label]] of values.entries()) {
        if (value === '') {
          await expect(facetValue(page, name, escaped(label))).toHaveCount(0);
          continue;
        }
        await facetValue(page, name, escaped(label)).click();
        await expectRows(page, [at]);
        await page.reload();
        await expectRows(page, [at]);
        const chip = page.getByRole('button', { name: `Remove filter ${name}` });
        await expect(chip).toContainText(label);
        await expect(page.getByText('No rented number matches')).toBeHidden();
        await chip.click();
        await expectRows(page, [0, 1, 2, 3, 4, 5]);
      }
    },
  );
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

withOdd(
  'W10 a list of odd values is asked for, part by part, and by one walk',
  async ({ page, server: { url } }) => {
    const search = new URLSearchParams({
      country_code: 'gb,a\\,b\\\\c',
      type: 'short_code,移动 📞',
    });
    await page.goto(`${url}/?${search}`);
    await expectRows(page, [1]);
    await page.goto(`${url}/?${new URLSearchParams({ country_code: 'gb,a\\,b\\\\c' })}`);
    await expectRows(page, [1, 4]);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expectRows(page, [1, 4]);
    await expect(statusLine(page)).toContainText('2');
  },
);

withOdd(
  'W10 a country that nobody has is no error: ?country_code=ZZ',
  async ({ page, server: { url } }) => {
    const flags: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/flags/')) flags.push(pathname);
    });
    await page.goto(`${url}/?country_code=ZZ`);
    await expectRows(page, [3]);
    await page.goto(`${url}/?country_code=QQ`);
    await expect(page.getByText('No rented number matches')).toBeVisible();
    await page.goto(url);
    await expectRows(page, [0, 1, 2, 3, 4, 5]);
    expect(new Set(flags)).toEqual(new Set(['/flags/GB.svg']));
  },
);

withOdd(
  'W10 the first page of an odd value is asked for once, with the page',
  async ({ page, server }) => {
    const search = new URLSearchParams({ country_code: 'a\\,b\\\\c', type: '移动 📞' });
    await page.goto(`${server.url}/?country_code=gb&type=short_code`);
    await expectRows(page, [1]);
    expect(server.log().match(/"path":"\/api\/numbers"/g)).toHaveLength(1);
    await page.goto(`${server.url}/?${search}`);
    await expect(page.getByText('No rented number matches')).toBeVisible();
    expect(server.log().match(/"path":"\/api\/numbers"/g)).toHaveLength(2);
  },
);
