import type { Page } from '@playwright/test';
import type { RentedNumber } from '#contract/number.ts';
import { said } from './announcements.ts';
import { walk } from './api.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { figure, loadCharts, openWhole, tooltip, worldMap } from './overview.ts';
import { bodyRows, statusLine } from './table.ts';

const few = { SANDBOX_NUMBERS: '300', SANDBOX_LATENCY_MS: '5' };
const chip = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const everyFigure = [
  'Findings',
  'Numbers by country',
  'Numbers by type',
  'Numbers by capability',
  'Rented by month',
  'Where calls go',
  'Where messages go',
];

/** The table of a figure, row by row. */
async function readFigure(page: Page, name: string): Promise<string[][]> {
  const toggle = figure(page, name).getByRole('button', { name: `Show ${name} as table` });
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  const rows = figure(page, name).getByRole('table').getByRole('row');
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent)),
  );
  await toggle.click();
  return texts.slice(1);
}

function countBy(rows: readonly RentedNumber[], value: (row: RentedNumber) => string) {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(value(row), (counts.get(value(row)) ?? 0) + 1);
  return counts;
}

test('says what is loaded, and shows all of it once it is', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  const views = page.getByRole('navigation', { name: 'View' });
  await expect(views.getByRole('link', { name: 'Table' })).toHaveAttribute('aria-current', 'page');
  await expect(bodyRows(page).first()).toBeVisible();
  await views.getByRole('link', { name: 'Overview' }).click();
  await expect(page).toHaveURL(`${url}/?show=overview`);
  for (const name of everyFigure) {
    await expect(figure(page, name)).toContainText(/\d+ loaded numbers; total unknown/);
  }

  await loadCharts(page);
  for (const name of everyFigure) {
    await expect(figure(page, name)).toContainText('All 300 numbers');
  }
  const rows = await walk(url);
  const byCountry = countBy(rows, (row) => row.country_code);
  const countries = await readFigure(page, 'Numbers by country');
  expect(new Map(countries.map(([, code, count]) => [code, Number(count)]))).toEqual(byCountry);
  const months = await readFigure(page, 'Rented by month');
  expect(months.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(300);

  await page.goBack();
  await expect(page).toHaveURL(`${url}/`);
  await expect(bodyRows(page).first()).toBeVisible();
});

test('a figure is copied as a table, and a check filters every figure', async ({
  page,
  context,
  sharedServer,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  const types = await readFigure(page, 'Numbers by type');
  await page.getByRole('button', { name: 'Copy Numbers by type as a table' }).click();
  await expect(said(page, 'Copied Numbers by type')).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').map((line) => line.split('\t'))).toEqual([
    ['Type', 'Numbers', 'Share'],
    ...types,
  ]);

  const capabilities = () => readFigure(page, 'Numbers by capability');
  const sum = (rows: string[][]) => rows.reduce((all, [, count]) => all + Number(count), 0);
  const whole = await capabilities();
  expect(sum(whole)).toBe(300);

  const errors = page.getByRole('navigation', { name: 'Filters' }).getByRole('button', {
    name: /^Errors/,
  });
  await expect(errors).toHaveText(/[1-9]/);
  await errors.click();
  await expect(figure(page, 'Numbers by capability')).toContainText(/\d+ of 300 numbers/);
  const title = await figure(page, 'Numbers by capability').textContent();
  const matching = Number(/(\d+) of 300 numbers/.exec(title ?? '')?.[1]);
  expect(matching).toBeLessThan(300);
  await expect.poll(async () => sum(await capabilities())).toBe(matching);

  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(capabilities).toEqual(whole);
});

test('a country of the map is chosen by the first click', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  for (const [code, name] of [
    ['DE', 'Germany'],
    ['AU', 'Australia'],
  ] as const) {
    await worldMap(page).locator(`[data-code=${code}]`).click();
    await expect(chip(page, /^Remove filter Country/)).toContainText(name);
  }
});

test('a country of the map, a type and a capability are filters', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  const rows = await walk(url);
  const british = rows.filter((row) => row.country_code === 'GB').length;

  const britain = worldMap(page).getByRole('button', {
    name: `United Kingdom: ${british} numbers`,
  });
  await britain.focus();
  await page.keyboard.press('Enter');
  await expect(chip(page, 'Remove filter Country United Kingdom')).toBeVisible();
  await expect(britain).toHaveAttribute('aria-pressed', 'true');
  await expect(britain).toBeFocused();
  await expect(statusLine(page)).toContainText(`${british} of all 300 rows match`);
  await expect(figure(page, 'Where calls go')).toContainText(`${british} of 300 numbers`);

  await figure(page, 'Numbers by type')
    .getByRole('button', { name: /^Local: / })
    .click();
  await figure(page, 'Numbers by capability')
    .getByRole('button', { name: /^Voice only: / })
    .click();
  await expect(page).toHaveURL(
    `${url}/?country_code=GB&type=local&voice=true&messaging=false&show=overview`,
  );
  await figure(page, 'Numbers by capability')
    .getByRole('button', { name: /^Voice only: / })
    .click();
  await expect(page).toHaveURL(`${url}/?country_code=GB&type=local&show=overview`);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(`${url}/?country_code=GB&type=local&show=overview`);
});

test('months are chosen by keys and by dragging, and narrow the table too', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  const months = figure(page, 'Rented by month').getByRole('listbox', { name: 'Months' });
  const last = months.getByRole('option').last();
  await months.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(months.getByRole('option', { selected: true })).toHaveCount(3);
  await expect(page).toHaveURL(/\?rented=\d{4}-\d\d\.\.\d{4}-\d\d&show=overview$/);
  await expect(months).toBeFocused();

  const { x, y, width, height } = (await months.boundingBox())!;
  await page.mouse.move(x + 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  await page.mouse.up();
  const chosen = months.getByRole('option', { selected: true });
  expect(await chosen.count()).toBeGreaterThan(20);
  const labels = await chosen.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
  const numbers = labels.reduce((sum, label) => sum + Number(/: (\d+)/.exec(label)?.[1]), 0);
  await expect(statusLine(page)).toContainText(`${numbers} of all 300 rows match`);
  // The figure itself still covers every month.
  await expect(figure(page, 'Rented by month')).toContainText('All 300 numbers');

  await page.getByRole('link', { name: 'Table' }).click();
  await expect(bodyRows(page).first()).toBeVisible();
  await expect(statusLine(page)).toContainText(`${numbers} of all 300 rows match`);
  await chip(page, /^Remove filter Rented /).click();
  await expect(page).toHaveURL(`${url}/`);
});

test('months are chosen by name where the bars are too narrow for a thumb', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.setViewportSize({ width: 390, height: 844 });
  await openWhole(page, url);
  const months = figure(page, 'Rented by month');
  const [from, to] = [months.getByLabel('From'), months.getByLabel('To')];
  await expect(months).toContainText('All months');
  await from.selectOption({ label: 'Mar 2020' });
  await expect(page).toHaveURL(/\?rented=2020-03\.\.\d{4}-\d\d&show=overview$/);
  await to.selectOption({ label: 'Aug 2022' });
  await expect(page).toHaveURL(`${url}/?rented=2020-03..2022-08&show=overview`);
  await expect(months.getByRole('option', { selected: true, name: /: \d/ })).toHaveCount(30);
  await expect(months).toContainText(/Mar 2020 to Aug 2022: \d+ numbers/);

  // A first month behind the last one moves the last month along.
  await from.selectOption({ label: 'Jan 2023' });
  await expect(page).toHaveURL(`${url}/?rented=2023-01..2023-01&show=overview`);
  await expect(to.locator('option:checked')).toHaveText('Jan 2023');
  await from.focus();
  await page.keyboard.press('ArrowUp');
  await expect(page).toHaveURL(`${url}/?rented=2022-12..2023-01&show=overview`);
  await months.getByRole('button', { name: 'Show all months' }).click();
  await expect(page).toHaveURL(`${url}/?show=overview`);
  await expect(months).toContainText('All months');
});

test('the months have axes, and a tooltip for the pointer and the keys', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  const months = figure(page, 'Rented by month').getByRole('listbox', { name: 'Months' });
  const axes = () =>
    figure(page, 'Rented by month')
      .locator('[aria-hidden] > span:not(.invisible)')
      .evaluateAll((marks) =>
        marks.map((mark) => {
          const { left, right } = mark.getBoundingClientRect();
          return { text: mark.textContent, left, right };
        }),
      );
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect
      .poll(async () => {
        const marks = await axes();
        const years = marks.filter(({ text }) => /^20\d\d$/.test(text));
        const isApart = years.every(({ left }, at) => at === 0 || left > years[at - 1]!.right);
        const { x, width: across } = (await months.boundingBox())!;
        const isInside = years.every(({ left, right }) => left >= x - 1 && right <= x + across);
        return {
          counts: marks.some(({ text }) => text === '0'),
          isApart,
          isInside,
          years: years.length > 2,
        };
      })
      .toEqual({ counts: true, isApart: true, isInside: true, years: true });
  }

  await page.setViewportSize({ width: 1440, height: 900 });
  // The link has another name on a phone, whose layout would take the focus away with it.
  await expect(page.getByRole('link', { name: 'Table' })).toBeVisible();
  await months.focus();
  await page.keyboard.press('Home');
  const told = (label: string | null) => {
    const [, month, numbers, share] = /^(.+): (\d+ numbers?), (\S+)$/.exec(label ?? '')!;
    return `${month}${numbers} · ${share} of 300`;
  };
  const label = (at: 'first' | 'last') =>
    months.getByRole('option')[at]().getAttribute('aria-label');
  await expect(tooltip(page)).toHaveText(told(await label('first')));
  await page.keyboard.press('End');
  await expect(tooltip(page)).toHaveText(told(await label('last')));
  await page.keyboard.press('Escape');
  await expect(tooltip(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Table' }).focus();

  const { x, y, height } = (await months.boundingBox())!;
  await page.mouse.move(x + 2, y + height / 2);
  await expect(tooltip(page)).toHaveText(told(await label('first')));
  await page.mouse.move(x + 2, y - 20, { steps: 4 });
  await expect(tooltip(page)).toHaveText(told(await label('first')));
  await page.mouse.move(2, 2);
  await expect(tooltip(page)).toHaveCount(0);
});

test('months narrow the loaded rows only, and the page says so', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?rented=1990-01..1990-02`);
  await expect(page.getByRole('heading', { name: /^No match in \d+ loaded rows$/ })).toBeVisible();
  await expect(chip(page, 'Remove filter Rented Jan 1990 to Feb 1990')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(bodyRows(page).first()).toBeVisible();
  await expect(page).toHaveURL(`${url}/`);
});

test('a host leads to the numbers that use it', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  const calls = figure(page, 'Where calls go');
  await expect(calls).toContainText(/\d+ numbers send calls to \S+\.example\.(com|net|org)/);
  const first = calls.getByRole('link').first();
  const host = /^(\S+): /.exec((await first.getAttribute('aria-label')) ?? '')?.[1];
  await first.click();
  await expect(page).toHaveURL(`${url}/?q=${host}`);
  await expect(bodyRows(page).first()).toContainText(host!);
});

test('nothing for axe to find, and nothing cut off, at 1440 and 390 pixels', async ({
  page,
  sharedServer,
}) => {
  // A map and a hundred months take axe long.
  test.slow();
  const { url } = await sharedServer(few);
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await openWhole(page, url);
    await page.getByRole('button', { name: 'Show Where calls go as table' }).click();
    await expectNoViolations(page, `${size.width} pixels`);
    const overflow = await page
      .getByRole('region', { name: 'Overview' })
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow, `${size.width} pixels`).toBe(0);
  }
});

test('back in the table everything works that did before', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  const views = page.getByRole('navigation', { name: 'View' });
  await views.getByRole('link', { name: 'Overview' }).click();
  await expect(figure(page, 'Numbers by type')).toBeVisible();
  await views.getByRole('link', { name: 'Table' }).click();
  const box = bodyRows(page).first().getByRole('checkbox');
  await expect(box).toBeVisible();
  await box.click();
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 ');
});
