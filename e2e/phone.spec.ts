import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type ApiNumber, walk } from './api.ts';
import { countryName } from './country-name.ts';
import { bar, details, fingerOn, middleOf, phone, pressLong, selection } from './finger.ts';
import { expect, test } from './fixtures.ts';
import { expectSteadyLayout, watchLayoutShifts } from './layout-shift.ts';
import { readCsv } from './read-files.ts';
import {
  allLoaded,
  bodyRows,
  grid,
  loadedAhead,
  readList,
  readTable,
  statusLine,
} from './table.ts';

const few = { SANDBOX_NUMBERS: '60' };
const sheet = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const openNumber = (page: Page) => details(page).getByRole('heading', { level: 2 });
const types: Record<string, string> = {
  local: 'Local',
  mobile: 'Mobile',
  toll_free: 'Toll-free',
  sip: 'SIP',
};

const capabilities = ({ voice, messaging }: ApiNumber) =>
  [voice && 'Voice', messaging && 'SMS'].filter(Boolean).join(' + ') || 'No voice or SMS';

const scrollTop = (page: Page) =>
  grid(page).evaluate((element) => element.parentElement!.scrollTop);

test.use(phone);

test('the list of a phone is the same grid: every number, its row number and its headers', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  const numbers = await walk(url);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '61');
  const rows = await readList(page);
  expect(rows.map(({ index }) => index)).toEqual(numbers.map((_, at) => String(at + 1)));
  expect(rows.map(({ Finding: _, Rented: __, index: ___, ...row }) => row)).toEqual(
    numbers.map((number) => ({
      Number: number.number_display,
      Country: countryName(number),
      Name: number.name ?? '',
      Type: types[number.type],
      Capabilities: capabilities(number),
    })),
  );
  const heights = await bodyRows(page).evaluateAll((all) => all.map((row) => row.clientHeight));
  expect(new Set(heights).size).toBe(1);
});

test('nothing moves while the first rows come, and the bar is at the foot for one thumb', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_LATENCY_MS: '150' });
  await watchLayoutShifts(page);
  await page.goto(url);
  await expect(page.getByTestId('skeleton')).toBeVisible();
  await loadedAhead(page);
  await expectSteadyLayout(page);
  const names = ['Numbers', 'Overview', 'Filters', 'Sort', 'Export'];
  await expect(bar(page).getByRole('link').or(bar(page).getByRole('button'))).toHaveText(names);
  const box = (await bar(page).boundingBox())!;
  expect(box.y + box.height).toBe(phone.viewport.height);
  expect(box.height).toBeLessThanOrEqual(64);
  await expect(bar(page).getByRole('link', { name: 'Numbers' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('keys walk the rows, open one and select one, though no header is in sight', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  const numbers = await walk(url);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const focused = page.locator(':focus');
  await bodyRows(page).first().getByRole('rowheader').focus();
  await page.keyboard.press('ArrowUp');
  await expect(focused).toHaveText(numbers[0]!.number_display);
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveText(numbers[1]!.number_display);
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveText(countryName(numbers[1]!));
  await page.keyboard.press('End');
  await expect(focused).toHaveAttribute('data-column', 'created');
  await page.keyboard.press('Space');
  await expect(selection(page)).toContainText('1 row selected');
  await page.keyboard.press('Escape');
  await expect(selection(page)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(openNumber(page)).toHaveText(numbers[1]!.number_display);
  await page.keyboard.press('Escape');
  await expect(details(page)).toBeHidden();
});

test('↓ in the search box goes to the first row in view', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  const numbers = await walk(url);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const search = page.getByRole('textbox', { name: 'Search numbers' });
  const focused = page.locator(':focus');
  await search.press('ArrowDown');
  await expect(focused).toHaveText(numbers[0]!.number_display);
  await grid(page).evaluate((element) => {
    element.parentElement!.scrollTop = 600;
  });
  await expect(bodyRows(page).first()).not.toBeInViewport();
  const before = await scrollTop(page);
  await search.press('ArrowDown');
  await expect(focused).toHaveRole('rowheader');
  await expect(focused).not.toHaveText(numbers[0]!.number_display);
  expect(await scrollTop(page)).toBe(before);
});

test('a tap opens a number as the page; Back and the button lead to the same place', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await grid(page).evaluate((element) => {
    element.parentElement!.scrollTop = 2000;
  });
  await expect(bodyRows(page).filter({ hasText: numbers[36]!.number_display })).toBeInViewport();
  const before = await scrollTop(page);
  await bodyRows(page).filter({ hasText: numbers[36]!.number_display }).tap();
  await expect(openNumber(page)).toHaveText(numbers[36]!.number_display);
  const { width, height } = phone.viewport;
  expect(await details(page).boundingBox()).toEqual({ x: 0, y: 0, width, height });
  await page.goBack();
  await expect(details(page)).toBeHidden();
  expect(await scrollTop(page)).toBe(before);
  await bodyRows(page).filter({ hasText: numbers[36]!.number_display }).tap();
  await details(page).getByRole('button', { name: 'Next number' }).tap();
  await expect(openNumber(page)).toHaveText(numbers[37]!.number_display);
  await details(page).getByRole('button', { name: 'Previous number' }).tap();
  await expect(openNumber(page)).toHaveText(numbers[36]!.number_display);
  await details(page).getByRole('button', { name: 'Back to the numbers' }).tap();
  await expect(details(page)).toBeHidden();
  await expect(page).toHaveURL(`${url}/`);
  expect(await scrollTop(page)).toBe(before);
});

test('the button leads from a number of a comparison to the comparison', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
  const numbers = await walk(url);
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 40 loaded');
  await page.getByRole('button', { name: 'More', exact: true }).tap();
  await page.getByRole('button', { name: 'Compare with a list of numbers' }).tap();
  const comparison = page.getByRole('dialog', { name: 'Compare with a list of numbers' });
  await comparison.getByRole('textbox', { name: 'Your numbers' }).fill(numbers[3]!.number);
  const opened = comparison.getByRole('button', { name: numbers[3]!.number_display, exact: true });
  await opened.tap();
  await expect(openNumber(page)).toHaveText(numbers[3]!.number_display);
  await details(page).getByRole('button', { name: 'Back to the numbers' }).tap();
  await expect(opened).toBeFocused();
});

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test(`a swipe aside leads to the next or the previous number, one down scrolls (${reducedMotion})`, async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer(few);
    const numbers = await walk(url);
    await page.emulateMedia({ reducedMotion });
    await page.goto(`${url}/?open=${numbers[1]!.number}`);
    await expect(openNumber(page)).toHaveText(numbers[1]!.number_display);
    const finger = await fingerOn(page);
    const [left, right, low, high] = [80, 300, 640, 300];
    // The page moves as a whole, or not at all.
    await finger.down({ x: right, y: high });
    await finger.move({ x: right - 20, y: high });
    await finger.move({ x: right - 50, y: high });
    const lefts = await details(page).evaluate((panel) =>
      [panel, panel.querySelector('h2')!.closest('header')!, panel.querySelector('footer')!].map(
        (part) => part.getBoundingClientRect().left,
      ),
    );
    const moved = reducedMotion === 'reduce' ? 0 : -25;
    expect(lefts).toEqual([moved, moved, moved]);
    await finger.move({ x: right, y: high });
    await finger.up();
    await finger.swipe({ x: right, y: high }, { x: left, y: high });
    await expect(openNumber(page)).toHaveText(numbers[2]!.number_display);
    await finger.swipe({ x: left, y: high }, { x: right, y: high });
    await expect(openNumber(page)).toHaveText(numbers[1]!.number_display);

    // A finger that goes down the page, that begins at the browser's own edge, or too short a way.
    const content = details(page).getByRole('region', { name: 'Voice' });
    const before = (await content.boundingBox())!.y;
    await finger.swipe({ x: left, y: low }, { x: left + 20, y: high });
    await expect.poll(async () => (await content.boundingBox())!.y).toBeLessThan(before);
    await finger.swipe({ x: 10, y: high }, { x: right, y: high });
    await finger.swipe({ x: left, y: high }, { x: left + 40, y: high });
    await expect(openNumber(page)).toHaveText(numbers[1]!.number_display);

    // The first number has none before it. Chromium may take a tap so soon after a swipe for a part
    // of the swipe, so the button gets a click.
    await details(page).getByRole('button', { name: 'Previous number' }).click();
    await expect(openNumber(page)).toHaveText(numbers[0]!.number_display);
    await finger.swipe({ x: left, y: high }, { x: right, y: high });
    await finger.swipe({ x: right, y: high }, { x: left, y: high });
    await expect(openNumber(page)).toHaveText(numbers[1]!.number_display);

    // A mouse marks text.
    await page.mouse.move(right, high);
    await page.mouse.down();
    await page.mouse.move(left, high, { steps: 4 });
    await page.mouse.up();
    await expect(openNumber(page)).toHaveText(numbers[1]!.number_display);
  });
}

test('the fields of a number are evenly apart, and the button beside their heading is level with it', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  const { number } = (await walk(url)).find(({ voice, messaging }) => voice && messaging)!;
  await page.goto(`${url}/?open=${number}`);
  const voice = details(page).getByRole('region', { name: 'Voice' });
  await expect(voice).toBeVisible();
  const middles = await voice.evaluate((section) =>
    [section.querySelector('h3')!, section.querySelector('button')!].map((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return (top + bottom) / 2;
    }),
  );
  expect(Math.abs(middles[0]! - middles[1]!)).toBeLessThanOrEqual(1);
  // A field is its label, its value in lines of one height, and the same room around both.
  const rooms = await details(page)
    .locator('dl > div')
    .evaluateAll((fields) =>
      fields.map((field) => {
        const lines = [...field.querySelectorAll('dt, dd bdi, dd > span:not(:has(*))')];
        const tops = lines.map((line) => line.getBoundingClientRect().top);
        const bottoms = lines.map((line) => line.getBoundingClientRect().bottom);
        const { height } = field.getBoundingClientRect();
        return Math.round(height - (Math.max(...bottoms) - Math.min(...tops)));
      }),
    );
  expect(rooms.length).toBeGreaterThan(10);
  expect(Math.max(...rooms) - Math.min(...rooms)).toBeLessThanOrEqual(4);
});

test('filters are a sheet with a count on its button; it is closed in every way', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Filters' })).toBeHidden();
  const filters = sheet(page, 'Filters');
  const open = async () => {
    await bar(page)
      .getByRole('button', { name: /^Filters/ })
      .tap();
    await expect(filters).toBeVisible();
  };
  await open();
  await filters.getByRole('button', { name: /^Mobile/ }).tap();
  await expect(page).toHaveURL(`${url}/?type=mobile`);
  await filters.getByRole('radio', { name: 'Yes' }).first().check({ force: true });
  await filters.getByRole('button', { name: 'Done' }).tap();
  await expect(filters).toBeHidden();
  await expect(page.getByRole('button', { name: 'Filters, 2 active' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove filter Type Mobile' })).toBeVisible();
  const mobile = await walk(url, { type: 'mobile', voice: 'true' });
  await expect(statusLine(page)).toContainText(`${mobile.length} of all 60 rows match`);
  await expect(bodyRows(page).first()).toContainText(mobile[0]!.number_display);

  await open();
  await page.keyboard.press('Escape');
  await expect(filters).toBeHidden();
  await open();
  await page.touchscreen.tap(195, 40);
  await expect(filters).toBeHidden();
  await open();
  const finger = await fingerOn(page);
  const grip = await middleOf(filters.getByRole('heading', { name: 'Filters' }));
  await finger.swipe(grip, { x: grip.x, y: grip.y + 40 });
  await expect(filters).toBeVisible();
  await finger.swipe(grip, { x: grip.x, y: grip.y + 300 });
  await expect(filters).toBeHidden();
});

test('a sheet sorts, says what it sorts, and the headers say so too', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = (await walk(url)).slice(0, 100);
  await page.goto(url);
  await loadedAhead(page);
  await bar(page).getByRole('button', { name: 'Sort' }).tap();
  const sort = sheet(page, 'Sort');
  await expect(sort.getByRole('status')).toContainText('Not sorted');
  await expect(sort.getByRole('radio', { name: 'Ascending' })).toBeDisabled();
  await sort.getByRole('radio', { name: 'Number', exact: true }).check();
  await expect(sort.getByRole('status')).toHaveText('Sorted by number within 100 loaded rows');
  await sort.getByRole('radio', { name: 'Descending' }).check();
  await expect(page).toHaveURL(`${url}/?sort=-number`);
  await sort.getByRole('button', { name: 'Close' }).tap();
  await expect(sort).toBeHidden();
  await expect(bar(page).getByRole('button', { name: 'Sort, now number' })).toBeFocused();
  await expect(page.getByRole('columnheader', { name: 'Number' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const last = numbers.toSorted((a, b) => (a.number < b.number ? 1 : -1))[0]!;
  await expect(bodyRows(page).first()).toContainText(last.number_display);
  await bar(page).getByRole('button', { name: /^Sort/ }).tap();
  await sort.getByRole('radio', { name: 'Order of the list' }).check();
  await expect(page).toHaveURL(`${url}/`);
});

test('a sheet exports the columns of the table, and goes on while it is closed', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '300' });
  await page.goto(url);
  await loadedAhead(page);
  await bar(page).getByRole('button', { name: 'Export' }).tap();
  const download = page.waitForEvent('download');
  await sheet(page, 'Export')
    .getByRole('region', { name: 'Load the rest, then export' })
    .getByRole('button', { name: /^CSV/ })
    .tap();
  await expect(sheet(page, 'Export')).toBeHidden();
  const [header, ...rows] = readCsv(await readFile(await (await download).path(), 'utf8'));
  expect(rows).toHaveLength(300);
  expect(header).toContain('call_controller');
  await expect(bar(page).getByRole('button', { name: 'Export' })).toBeVisible();
});

test('a long press selects a row, then taps do, until Done', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const row = (at: number) => grid(page).locator(`[aria-rowindex="${at + 2}"]`);
  const box = row(2).getByRole('checkbox');
  const clip = () => box.evaluate((element) => getComputedStyle(element).clipPath);
  await expect.poll(clip).toBe('inset(50%)');

  await pressLong(page, row(2), selection(page));
  await expect(details(page)).toBeHidden();
  await expect(row(2)).toHaveAttribute('aria-selected', 'true');
  await expect(selection(page)).toContainText('1 row selected');
  await expect.poll(clip).toBe('none');
  await expect(bar(page)).toBeHidden();
  await row(4).tap();
  await row(5).getByRole('checkbox').tap();
  await expect(selection(page)).toContainText('3 rows selected');
  await row(4).tap();
  await expect(selection(page)).toContainText('2 rows selected');
  await expect(row(4)).toHaveAttribute('aria-selected', 'false');
  await expect(details(page)).toBeHidden();
  await selection(page).getByRole('button', { name: 'Done' }).tap();
  await expect(selection(page)).toBeHidden();
  await expect(bar(page)).toBeVisible();
  await row(4).tap();
  await expect(details(page)).toBeVisible();
});

test('a finger that moves scrolls and selects nothing, however long it stays', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  // On a busy machine the time of a long press may pass before the finger moves.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
  const finger = await fingerOn(page);
  const at = await middleOf(bodyRows(page).nth(4));
  await finger.down(at);
  await finger.move({ x: at.x, y: at.y - 60 });
  await expect.poll(() => scrollTop(page)).toBeGreaterThan(0);
  await page.clock.fastForward(2000);
  await finger.up();
  await expect(selection(page)).toBeHidden();
});

test('where the browser tells of a long press itself, its menu stays away', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const row = bodyRows(page).nth(1);
  const isDefault = await row.evaluate((element) => {
    const at = { bubbles: true, cancelable: true, isPrimary: true, pointerType: 'touch' };
    element.dispatchEvent(new PointerEvent('pointerdown', at));
    const isFree = element.dispatchEvent(new PointerEvent('contextmenu', at));
    element.dispatchEvent(new PointerEvent('pointercancel', at));
    return isFree;
  });
  expect(isDefault).toBe(false);
  await expect(selection(page)).toContainText('1 row selected');
});

test.describe('behind a password', () => {
  test.use({ requestsFail: true });

  test('More has what the page has no room for', async ({ page, serve }) => {
    const { url } = await serve({ ...few, DASHBOARD_PASSWORD: 'correct horse' });
    await page.goto(url);
    await page.getByLabel('Password').fill('correct horse');
    await page.keyboard.press('Enter');
    await expect(allLoaded(page)).toBeVisible();
    const open = async (name: RegExp) => {
      await page.getByRole('button', { name: 'More', exact: true }).tap();
      await sheet(page, 'More').getByRole('button', { name }).tap();
    };
    await open(/^Use the dark theme/);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('Escape');
    await open(/^Columns/);
    await sheet(page, 'Columns').getByRole('checkbox', { name: 'Mode' }).uncheck();
    await page.keyboard.press('Escape');
    await open(/^Views/);
    await page.getByRole('textbox', { name: 'View name' }).fill('Mine');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${url}/?view=Mine`);
    await open(/^Compare with a list/);
    await expect(sheet(page, 'Compare with a list of numbers')).toBeVisible();
    await page.keyboard.press('Escape');
    await bar(page).getByRole('button', { name: 'Export' }).tap();
    const download = page.waitForEvent('download');
    await sheet(page, 'Export').getByRole('button', { name: /^CSV/ }).first().tap();
    const [header] = readCsv(await readFile(await (await download).path(), 'utf8'));
    expect(header).not.toContain('mode');
    await open(/^Sign out/);
    await expect(page.getByLabel('Password')).toBeVisible();
  });
});

test('a link brings its columns to a phone too', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?columns=number,mode&view=Elsewhere`);
  await expect(page).toHaveURL(`${url}/`);
  await page.getByRole('button', { name: 'More', exact: true }).tap();
  await sheet(page, 'More')
    .getByRole('button', { name: /^Columns/ })
    .tap();
  const columns = sheet(page, 'Columns');
  await expect(columns.getByRole('checkbox', { name: 'Mode' })).toBeChecked();
  await expect(columns.getByRole('checkbox', { name: 'Country' })).not.toBeChecked();
});

test('one line says what is loaded, loads all and reads again', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '300' });
  await page.goto(url);
  await loadedAhead(page);
  await expect(statusLine(page)).toHaveCount(1);
  expect((await statusLine(page).boundingBox())!.height).toBe(44);
  await statusLine(page).getByRole('button', { name: 'Load all' }).tap();
  await expect(allLoaded(page)).toBeVisible();
  await statusLine(page).getByRole('button', { name: 'Refresh' }).tap();
  await expect(page.getByRole('group', { name: /^Nothing has changed/ })).toBeVisible();
  expect((await statusLine(page).boundingBox())!.height).toBe(44);
});

test('turning the phone keeps the row in view, as two lines or in the table', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await grid(page).evaluate((element) => {
    element.parentElement!.scrollTop = 30 * 64;
  });
  const first = numbers[30]!.number_display;
  await expect(bodyRows(page).filter({ hasText: first })).toBeInViewport();
  await page.setViewportSize({ width: 844, height: 390 });
  await expect(page.getByRole('columnheader', { name: 'Voice goes to' })).toBeAttached();
  await expect(bodyRows(page).filter({ hasText: first })).toBeInViewport();
  await page.setViewportSize(phone.viewport);
  await expect(bodyRows(page).filter({ hasText: first })).toBeInViewport();
  expect((await readTable(page))[0]).not.toHaveProperty('Mode');
});

test('with many filters, all of them can be cleared without scrolling their line', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?voice=true&messaging=true&type=mobile&country_code=DE,GB,US`);
  const clear = page.getByRole('button', { name: 'Clear all', exact: true });
  await expect(clear).toBeInViewport({ ratio: 1 });
  await clear.click();
  await expect(page).toHaveURL(`${url}/`);
});
