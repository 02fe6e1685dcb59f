import type { Page } from '@playwright/test';
import { wirePage } from '#sandbox/stand-in/documented-row.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { walk } from './api.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { figure, openWhole, overview, tooltip, worldMap } from './overview.ts';
import { wireNumber } from './secret-row.ts';
import type { Server } from './server.ts';

const few = { SANDBOX_NUMBERS: '300', SANDBOX_LATENCY_MS: '5' };
const country = (page: Page, code: string) => worldMap(page).locator(`[data-code=${code}]`);
const europe = (page: Page) => page.getByRole('button', { name: 'Enlarge Europe' });
const world = (page: Page) => page.getByRole('button', { name: 'Show the world' });
const legend = (page: Page) => page.getByRole('list', { name: 'Numbers by shade' });

test('a country says its count and its share to the pointer, and keeps them under it until Escape', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  await page.clock.install();
  const rows = await walk(url);
  const german = rows.filter((row) => row.country_code === 'DE').length;
  const share = `${Math.round((100 * german) / rows.length)}% of 300`;
  await country(page, 'DE').hover();
  await expect(tooltip(page)).toHaveText(`Germany${german} numbers · ${share}`);
  await expect(country(page, 'DE')).toHaveAccessibleDescription(/% of 300$/);

  // The pointer may come onto it, and nothing else shows until it leaves.
  const { x, y, width, height } = (await tooltip(page).boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
  await page.clock.runFor(5000);
  await expect(tooltip(page)).toContainText('Germany');
  await page.keyboard.press('Escape');
  await expect(tooltip(page)).toHaveCount(0);
  await expect(page).toHaveURL(`${url}/?show=overview`);

  await country(page, 'AU').hover();
  await expect(tooltip(page)).toContainText('Australia');
  await page.mouse.move(2, 2);
  await expect(tooltip(page)).toHaveCount(0);
});

test('the keys go from country to country, and each is said in a tooltip', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  await overview(page).getByRole('button', { name: 'Save Numbers by country' }).focus();
  await page.keyboard.press('Tab');
  const first = worldMap(page).locator('[data-code]:focus');
  await expect(first).toHaveCount(1);
  const names = [await tooltip(page).locator('strong').textContent()];
  for (const key of ['ArrowRight', 'ArrowDown', 'Home', 'End']) {
    await page.keyboard.press(key);
    const label = await worldMap(page).locator('[data-code]:focus').getAttribute('aria-label');
    await expect(tooltip(page).locator('strong')).toHaveText(label!.split(':')[0]!);
    names.push(label!.split(':')[0]!);
  }
  expect(names[3]).toBe(names[0]);
  expect(new Set(names).size).toBe(4);
  await page.keyboard.press('Escape');
  await expect(tooltip(page)).toHaveCount(0);
  await expect(worldMap(page).locator('[data-code]:focus')).toHaveCount(1);
  await expectNoViolations(page);
});

test('chosen countries have a ring and the others fade, also where a filter leaves none', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  const look = (code: string) =>
    country(page, code).evaluate((mark) => ({
      opacity: getComputedStyle(mark.firstElementChild!).opacity,
      ring: getComputedStyle(mark.querySelector('path')!).stroke !== 'rgba(0, 0, 0, 0)',
    }));
  expect(await look('DE')).toEqual({ opacity: '1', ring: false });
  await expect(legend(page)).not.toContainText('hosen');
  await country(page, 'AU').click();
  await expect(legend(page).getByRole('listitem').filter({ hasText: 'hosen' })).toHaveText([
    'Chosen',
    'Not chosen',
  ]);
  // The ring of the legend has no shade, and what is not chosen has the whole scale.
  const shadesOf = (of: RegExp) =>
    legend(page)
      .getByRole('listitem')
      .filter({ hasText: of })
      .locator('[aria-hidden], [aria-hidden] > *')
      .evaluateAll((parts) =>
        parts
          .map((shade) => getComputedStyle(shade).backgroundColor)
          .filter((color) => color !== 'rgba(0, 0, 0, 0)'),
      );
  const scale = await shadesOf(/^[\d,]+( to [\d,]+)?$/);
  expect(scale.length).toBeGreaterThan(1);
  expect(await shadesOf(/^Chosen$/)).toEqual([]);
  expect(await shadesOf(/^Not chosen$/)).toEqual(scale);
  await page.mouse.move(2, 2);
  await expect.poll(() => look('AU')).toEqual({ opacity: '1', ring: true });
  await expect.poll(() => look('DE')).toEqual({ opacity: '0.35', ring: false });

  // No number of Australia was rented in that month, but Australia can be given up.
  await page.goto(`${url}/?show=overview&country_code=AU,DE&voice=true`);
  await expect(country(page, 'DE')).toHaveAttribute('aria-pressed', 'true');
  await expect(country(page, 'AU')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => look('AU')).toEqual({ opacity: '1', ring: true });
});

test('Europe is enlarged by a button, and stays so', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  const width = () => country(page, 'DE').evaluate((mark) => mark.getBoundingClientRect().width);
  const before = await width();
  await expect(country(page, 'AU')).toHaveCount(1);
  await europe(page).click();
  await expect(world(page)).toBeFocused();
  await expect(europe(page)).toHaveCount(0);
  await expect.poll(width).toBeGreaterThan(4 * before);
  await expect(country(page, 'AU')).toHaveCount(0);
  await page.reload();
  await expect.poll(width).toBeGreaterThan(4 * before);
  await world(page).click();
  await expect(europe(page)).toBeVisible();
  await expect.poll(width).toBeLessThan(1.1 * before);
});

test('with reduced motion Europe is enlarged at once', async ({ page, serve }) => {
  const { url } = await serve(few);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openWhole(page, url);
  const picture = worldMap(page).locator('> g');
  const duration = () =>
    picture.evaluate((element) => getComputedStyle(element).transitionDuration);
  expect(await duration()).toBe('0s');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await duration()).toBe('0.5s');
});

const accountSid = 'acc-overseas';
/** Overseas parts, small countries, and the countries around, with how many numbers. */
const rented: readonly [code: string, count: number][] = [
  ['FR', 9],
  ['GF', 1],
  ['GP', 2],
  ['RE', 3],
  ['NO', 8],
  ['SJ', 1],
  ['NL', 7],
  ['BQ', 2],
  ['LU', 5],
  ['MT', 4],
  ['SG', 6],
];

/** A dashboard over an account with numbers in these countries. */
const withOverseas = test.extend<{ server: Server }>({
  server: async ({ serve }, use) => {
    const rows = rented.flatMap(([country_code, count]) =>
      Array.from({ length: count }, (_, at) => ({
        ...wireNumber(accountSid, null),
        number_sid: `num-${country_code}-${at}`,
        number: `44207946${String(10 * rented.findIndex(([code]) => code === country_code) + at).padStart(4, '0')}`,
        country_code,
      })),
    );
    const upstream = await startStandIn((_, response) => sendJson(response, wirePage(rows)));
    await use(
      await serve({
        APIFONICA_ACCOUNT_SID: accountSid,
        APIFONICA_AUTH_TOKEN: 'a-test-token',
        APIFONICA_API_URL: upstream.url,
      }),
    );
    await upstream.close();
  },
});

withOverseas(
  'overseas parts and small countries are on the map by themselves',
  async ({ page, server }) => {
    await page.goto(`${server.url}/?show=overview`);
    const marks = worldMap(page).getByRole('button');
    await expect(marks).toHaveCount(rented.length);
    const labels = await marks.evaluateAll((all) =>
      all.map((mark) => [
        mark.getAttribute('data-code'),
        Number(/: (\d+) number/.exec(mark.ariaLabel ?? '')?.[1]),
      ]),
    );
    expect(new Map(labels as [string, number][])).toEqual(new Map(rented));

    // French Guiana is land of its own in South America, and no land of France's reaches there.
    const left = (code: string) =>
      country(page, code).evaluate((mark) => {
        const { left, right } = mark.closest('svg')!.getBoundingClientRect();
        return (mark.getBoundingClientRect().left - left) / (right - left);
      });
    expect(await left('GF')).toBeLessThan(0.35);
    expect(await left('FR')).toBeGreaterThan(0.4);
    await country(page, 'GF').hover();
    await expect(tooltip(page)).toHaveText(/^French Guiana1 number · 2% of 48$/);

    // Too small for an outline, but seen and hit.
    for (const code of ['MT', 'SG', 'LU', 'GP', 'RE', 'BQ']) {
      const size = await country(page, code).evaluate(
        (mark) => mark.querySelectorAll('path').length,
      );
      expect(size, code).toBeGreaterThanOrEqual(3);
    }
    await country(page, 'SG').click();
    await expect(page).toHaveURL(`${server.url}/?country_code=SG&show=overview`);
    await expect(figure(page, 'Numbers by country')).toContainText('All 48 numbers');

    // Malta is too small for the world's outlines, and has some in Europe's.
    await europe(page).click();
    await expect(country(page, 'SG')).toHaveCount(0);
    await expect(country(page, 'MT')).toHaveCount(1);
    await expect(country(page, 'RE')).toHaveCount(0);
  },
);

test('the figures below the map stay where they are while it is being loaded', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/WorldMap-/, async (route) => {
    await held;
    await route.continue();
  });
  await openWhole(page, url);
  const below = figure(page, 'Numbers by type');
  await expect(below).toContainText('All 60 numbers');
  const before = await below.boundingBox();
  await expect(worldMap(page)).toHaveCount(0);
  release();
  await expect(worldMap(page)).toBeVisible();
  expect(await below.boundingBox()).toEqual(before);
});
