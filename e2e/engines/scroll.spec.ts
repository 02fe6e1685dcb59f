import { expect, test } from './fixtures.ts';
import { few, loadedAhead, openList, readScroll, statusLine } from './page.ts';

test('E6 the wheel scrolls as far as it is turned while pages are appended', async ({
  tab,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '300', SANDBOX_LATENCY_MS: '20' });
  await tab.open(url);
  await loadedAhead(tab);
  await tab.evaluate(() => {
    const turned = { pixels: 0 };
    const add = ({ deltaY }: WheelEvent) => {
      turned.pixels += deltaY;
    };
    addEventListener('wheel', add, { passive: true });
    Object.assign(globalThis, { turned });
  });
  await tab.driver.move(720, 500);
  const turned = () =>
    tab.evaluate(() => (globalThis as unknown as { turned: { pixels: number } }).turned.pixels);
  const rest = async () => (await readScroll(tab)).rest;
  const isWhole = async () => /^All 300 /.test((await statusLine(tab).text()) ?? '');
  const lost = async () => Math.round((await turned()) - (await readScroll(tab)).top);
  for (let times = 0; times < 14; times += 1) {
    await tab.wheel(5);
    // A busy browser scrolls later than its page hears of the wheel.
    await expect.poll(lost, { message: 'pixels that were lost' }).toBe(0);
    // The next pages may take longer than the wheel.
    await expect.poll(async () => (await rest()) >= 1000 || (await isWhole())).toBe(true);
    // At the end of the list further turns of the wheel have no effect.
    if ((await rest()) < 1000) break;
  }
  expect(await turned()).toBeGreaterThan(4000);
  expect(await statusLine(tab).text()).not.toMatch(/^100 /);
});

test('E9 the usual columns fit beside a classic scroll bar', async ({ tab, serve }) => {
  await openList(tab, await serve(few));
  const widths = await tab.get('grid', 'Rented numbers').evaluate((grid) => {
    let scroller: HTMLElement = grid;
    while (!/auto|scroll/.test(getComputedStyle(scroller).overflowY))
      scroller = scroller.parentElement!;
    const { offsetWidth, clientWidth, scrollWidth } = scroller;
    return { bar: offsetWidth - clientWidth, over: scrollWidth - clientWidth };
  });
  expect(widths.bar, 'width of the scroll bar').toBeGreaterThan(5);
  expect(widths.over, 'pixels that the columns are wider than there is').toBe(0);
});

test('E5 text is selected no farther than the mouse was dragged', async ({ tab, serve }) => {
  await openList(tab, await serve(few));
  const name = await tab.evaluate(() => {
    const cells = document.querySelectorAll('[role=row]:nth-child(n + 5) [role=gridcell]');
    const cell = [...cells].find((one) => one.querySelector('span.truncate:not(.sr-only)'))!;
    const range = document.createRange();
    // From the text on: a drag that begins on a flag moves the picture, and marks nothing.
    range.selectNodeContents(cell.querySelector('span.truncate')!);
    const { x, y, width, height } = range.getBoundingClientRect();
    const { right } = cell.getBoundingClientRect();
    return {
      text: cell.textContent,
      from: x + 1,
      to: Math.min(x + width + 30, right - 2),
      y: y + height / 2,
    };
  });
  await tab.driver.move(name.from, name.y);
  await tab.driver.down();
  await tab.driver.move(name.from + 20, name.y);
  await tab.driver.move(name.to, name.y);
  await tab.driver.up();
  const marked = (await tab.evaluate(() => String(getSelection()))).trim();
  expect(marked).not.toBe('');
  expect(name.text.startsWith(marked), `marked: ${marked}`).toBe(true);
});
