import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { allLoaded, bodyRows, grid, loadedAhead } from './table.ts';

const few = { SANDBOX_NUMBERS: '60' };
const panel = (page: Page) => page.getByRole('complementary');
const edge = (page: Page) => page.getByRole('separator', { name: 'Width of the details' });
const scroller = (page: Page) => grid(page).locator('..');
const openRow = (page: Page) => grid(page).locator('[role=row][aria-current=true]');
const widthOf = async (page: Page) => (await panel(page).boundingBox())!.width;

/** How far the open row lies within the rows in view, in pixels from above and from below. */
const placeOfOpenRow = (page: Page) =>
  openRow(page).evaluate((row) => {
    const area = row.closest('[role=grid]')!.parentElement!;
    const header = area.querySelector('[role=columnheader]')!.getBoundingClientRect();
    const { top, bottom } = row.getBoundingClientRect();
    const end = area.getBoundingClientRect().top + area.clientHeight;
    return { above: Math.round(top - header.bottom), below: Math.round(end - bottom) };
  });

async function expectOpenRowInView(page: Page) {
  await expect.poll(async () => (await placeOfOpenRow(page)).above).toBeGreaterThanOrEqual(0);
  await expect.poll(async () => (await placeOfOpenRow(page)).below).toBeGreaterThanOrEqual(0);
}

test('in a wide window the table moves aside, and keeps its place', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  const before = (await scroller(page).boundingBox())!;
  await scroller(page).evaluate((element) => {
    element.scrollTop = 1000;
  });
  await expect(bodyRows(page).first()).not.toHaveAttribute('aria-rowindex', '2');
  const middle = await grid(page).evaluate((element) => {
    const { left, top } = element.parentElement!.getBoundingClientRect();
    return { x: left + 330, y: top + 400 };
  });
  await page.mouse.click(middle.x, middle.y);
  await expect(panel(page)).toBeFocused();
  const details = (await panel(page).boundingBox())!;
  const table = (await scroller(page).boundingBox())!;
  expect(details.x + details.width).toBe(1440);
  expect(table.x + table.width).toBeLessThanOrEqual(details.x);
  expect(await scroller(page).evaluate((element) => element.scrollTop)).toBe(1000);
  await expectOpenRowInView(page);
  // The columns follow the narrower table: none is below the details.
  const covered = await page.evaluate(
    ([x, y]) => {
      const top = document.elementFromPoint(x!, y!);
      return top?.closest('[role=row]')?.getAttribute('aria-current');
    },
    [details.x - 20, middle.y],
  );
  expect(covered).toBe('true');

  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  expect(await scroller(page).boundingBox()).toEqual(before);
  expect(await scroller(page).evaluate((element) => element.scrollTop)).toBe(1000);
});

test('the edge is dragged, within limits, and the width is remembered', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await bodyRows(page).first().click();
  await expect(edge(page)).toHaveAttribute('aria-valuenow', '420');
  const drag = async (by: number) => {
    const { x, y, height } = (await edge(page).boundingBox())!;
    await page.mouse.move(x + 4, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 4 + by / 2, y + height / 2);
    await page.mouse.move(x + 4 + by, y + height / 2);
    await page.mouse.up();
  };
  await drag(-120);
  await expect(edge(page)).toHaveAttribute('aria-valuenow', '540');
  expect(await widthOf(page)).toBe(540);
  await page.reload();
  await expect(edge(page)).toHaveAttribute('aria-valuenow', '540');
  expect(await widthOf(page)).toBe(540);

  await drag(-900);
  const most = await edge(page).getAttribute('aria-valuemax');
  await expect(edge(page)).toHaveAttribute('aria-valuenow', most!);
  expect((await scroller(page).boundingBox())!.width).toBeGreaterThanOrEqual(479);
  await page.setViewportSize({ width: 1200, height: 900 });
  await expect.poll(async () => (await scroller(page).boundingBox())!.width).toBeGreaterThan(478);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(edge(page)).toHaveAttribute('aria-valuenow', most!);

  await drag(900);
  await expect(edge(page)).toHaveAttribute('aria-valuenow', '320');
  await edge(page).dblclick();
  await expect(edge(page)).toHaveAttribute('aria-valuenow', '420');
});

test('keys move the edge, the number is whole in the narrowest details, and arrows walk the rows from there', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await bodyRows(page).nth(1).getByRole('rowheader').focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(edge(page)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(edge(page)).toHaveAttribute('aria-valuenow', '320');
  const heading = panel(page).getByRole('heading').first();
  const cut = () => heading.evaluate((element) => element.scrollWidth - element.clientWidth);
  await expect.poll(cut).toBe(0);
  const tops = ['Previous number', 'Next number', 'Close details'].map(async (name) => {
    const { y } = (await panel(page).getByRole('button', { name }).boundingBox())!;
    return y;
  });
  expect(new Set(await Promise.all(tops)).size).toBe(1);

  const now = (width: string) => expect(edge(page)).toHaveAttribute('aria-valuenow', width);
  for (const [key, width] of [
    ['Enter', '420'],
    ['ArrowLeft', '436'],
    ['ArrowRight', '420'],
    ['End', (await edge(page).getAttribute('aria-valuemax'))!],
    ['Enter', '420'],
  ] as const) {
    await page.keyboard.press(key);
    await now(width);
  }
  await page.keyboard.press('ArrowDown');
  await expect(openRow(page)).toHaveAttribute('aria-rowindex', '4');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(bodyRows(page).nth(2).getByRole('rowheader')).toBeFocused();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'Make the details wider or narrower',
  );
});

test.describe('for a finger', () => {
  test.use({ hasTouch: true });

  test('the edge can be dragged, too', async ({ page, sharedServer }) => {
    const { url } = await sharedServer(few);
    await page.goto(`${url}`);
    await expect(allLoaded(page)).toBeVisible();
    await bodyRows(page).first().getByText(/^\+/).tap();
    const { x, y } = (await edge(page).boundingBox())!;
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove', at: number) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: at, y: y + 200 }] });
    await touch('touchStart', x + 4);
    await touch('touchMove', x - 30);
    await touch('touchMove', x - 76);
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(edge(page)).toHaveAttribute('aria-valuenow', '500');
  });
});

test('the open row stays in view while the reader walks and the window gets lower', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await bodyRows(page).first().click();
  await expect(panel(page)).toBeFocused();
  for (let step = 1; step <= 30; step += 1) await page.keyboard.press('ArrowDown');
  await expect(openRow(page)).toHaveAttribute('aria-rowindex', '32');
  await expectOpenRowInView(page);
  await page.setViewportSize({ width: 1440, height: 500 });
  await expectOpenRowInView(page);
  await page.setViewportSize({ width: 1000, height: 400 });
  await expectOpenRowInView(page);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  const last = grid(page).locator('[role=row][aria-rowindex="32"]');
  await expect(last.getByRole('rowheader')).toBeInViewport({ ratio: 1 });

  // A reader who scrolled away is left alone.
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();
  await scroller(page).evaluate((element) => {
    element.scrollTop = 0;
  });
  await expect(bodyRows(page).first()).toHaveAttribute('aria-rowindex', '2');
  await page.setViewportSize({ width: 1000, height: 380 });
  await expect.poll(async () => (await scroller(page).boundingBox())!.height).toBeLessThan(300);
  expect(await scroller(page).evaluate((element) => element.scrollTop)).toBe(0);
});

test('at 900 to 1199 pixels the details lie over the table, but not over the numbers', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  for (const width of [900, 1024, 1199]) {
    await test.step(`${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url);
      await expect(allLoaded(page)).toBeVisible();
      const columns = () =>
        grid(page)
          .getByRole('columnheader')
          .evaluateAll((headers) => headers.map((one) => one.getBoundingClientRect().x));
      const before = await columns();
      await bodyRows(page).nth(5).getByRole('rowheader').click();
      await expect(panel(page)).toBeVisible();
      await expect(edge(page)).toHaveCount(0);
      expect(await columns()).toEqual(before);
      const { x } = (await panel(page).boundingBox())!;
      const numbers = await grid(page)
        .getByRole('rowheader')
        .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
      expect(Math.max(...numbers)).toBeLessThanOrEqual(x);
      await expectOpenRowInView(page);

      // The columns below the details can be scrolled into sight, and the end of the list is beside.
      await scroller(page).evaluate((element) => {
        element.scrollLeft = element.scrollWidth;
        element.scrollTop = element.scrollHeight;
      });
      const last = grid(page).getByRole('columnheader').last();
      const isBeside = () =>
        last.evaluate((one, edge) => one.getBoundingClientRect().right <= edge + 1, x);
      await expect.poll(isBeside).toBe(true);
      const end = page.getByText('End of list · 60 numbers');
      const { x: from, width: length } = (await end.boundingBox())!;
      expect(from + Math.min(length, 150)).toBeLessThanOrEqual(x);
    });
  }
});

test('at 900 to 1199 pixels the overview makes room for the details over it', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  for (const width of [900, 1024, 1199]) {
    await test.step(`${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url);
      await expect(allLoaded(page)).toBeVisible();
      await bodyRows(page).first().getByRole('rowheader').click();
      await page.goto(`${page.url()}&show=overview`);
      await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(/^\+/);
      const figures = page.getByRole('region', { name: 'Overview' }).locator('figure, section');
      await expect(figures.first()).toBeVisible();
      const { x } = (await panel(page).boundingBox())!;
      const rights = () =>
        figures.evaluateAll((all) => all.map((figure) => figure.getBoundingClientRect().right));
      await expect.poll(async () => Math.max(...(await rights()))).toBeLessThan(x);
    });
  }
});

test('details that the address opens take their place at once', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  // The width of the table in every frame.
  await page.addInitScript(() => {
    const widths = new Set<number>();
    Object.assign(globalThis, { widths });
    const look = () => {
      const table = document.querySelector('[role=grid]')?.parentElement;
      if (table) widths.add(table.offsetWidth);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const widths = () =>
    page.evaluate(() => [...(globalThis as unknown as { widths: Set<number> }).widths]);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const [whole] = await widths();
  await bodyRows(page).nth(2).click();
  await expect(panel(page)).toBeVisible();
  await page.reload();
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(/^\+/);
  await expect(allLoaded(page)).toBeVisible();
  expect(await widths()).toEqual([whole! - 420]);
});

test('the bar of the selection lies below the table and the details', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await bodyRows(page).first().getByRole('rowheader').focus();
  await page.keyboard.press('Control+a');
  await bodyRows(page).nth(3).click();
  await expect(panel(page)).toBeVisible();
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar.getByRole('button', { name: 'Clear the selection' })).toBeInViewport({
    ratio: 1,
  });
  const { y } = (await bar.boundingBox())!;
  const { y: top, height } = (await panel(page).boundingBox())!;
  expect(top + height).toBeLessThanOrEqual(y);
  await expectOpenRowInView(page);
});
