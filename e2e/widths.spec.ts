import type { Page } from '@playwright/test';
import { walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { facetValue, rail } from './rail.ts';
import { asOnADesk } from './screen.ts';
import { allLoaded, grid, loadAll, loadedAhead, toggleColumns } from './table.ts';

test.use({
  launchOptions: [({ launchOptions }, use) => use(asOnADesk(launchOptions)), { scope: 'worker' }],
});

/** Sets the width of scroll bars, like the browser's own or another system's. */
const setBars = (page: Page, width: number) =>
  page.evaluate((pixels) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`::-webkit-scrollbar { width: ${pixels}px; height: ${pixels}px }`);
    document.adoptedStyleSheets = [sheet];
  }, width);

/** The names in the rail that are cut, and the number of lines of each group's choices. */
const readRail = (page: Page) =>
  rail(page).evaluate((nav) => ({
    cut: [...nav.querySelectorAll('.truncate')]
      .filter((name) => name.scrollWidth > name.clientWidth)
      .map((name) => name.textContent),
    lines: [...nav.querySelectorAll('fieldset')].map((group) => {
      const names = [...group.querySelectorAll('label')];
      const middles = [...names, ...group.querySelectorAll(':scope > [aria-hidden]')].map(
        (part) => {
          const { top, bottom } = part.getBoundingClientRect();
          return Math.round((top + bottom) / 2);
        },
      );
      return new Set(middles).size;
    }),
  }));

for (const bar of [12, 15, 17, 21]) {
  test(`E9 the usual columns fit beside a scroll bar of ${bar} pixels`, async ({ page, serve }) => {
    const { url } = await serve({ SANDBOX_NUMBERS: '60' });
    await page.goto(url);
    await setBars(page, bar);
    await expect(allLoaded(page)).toBeVisible();
    const { taken, over } = await grid(page).evaluate(({ parentElement: scroller }) => ({
      taken: scroller!.offsetWidth - scroller!.clientWidth,
      over: scroller!.scrollWidth - scroller!.clientWidth,
    }));
    expect(taken).toBe(bar);
    expect(over).toBe(0);
  });

  test(`W17 no line of the rail breaks or is cut beside a scroll bar of ${bar} pixels`, async ({
    page,
    serve,
  }) => {
    const { url } = await serve({ SANDBOX_NUMBERS: '1000' });
    await page.goto(url);
    await setBars(page, bar);
    await loadedAhead(page);
    await loadAll(page);
    await expect(facetValue(page, 'Country', 'United Kingdom')).toBeVisible();
    await expect.poll(() => readRail(page)).toEqual({ cut: [], lines: [1, 1] });
  });
}

/** The addresses in sight whose host is cut, and those without the end of their path. */
const readAddresses = (page: Page) =>
  grid(page)
    .locator('[data-column=voice_to] bdi, [data-column=messages_to] bdi')
    .evaluateAll((addresses) => {
      const cutHosts: string[] = [];
      const lostEnds: string[] = [];
      for (const address of addresses) {
        const host = address.firstElementChild as HTMLElement;
        if (host.scrollWidth > host.clientWidth) cutHosts.push(address.textContent);
        const walker = document.createTreeWalker(address, NodeFilter.SHOW_TEXT);
        let last: Text | null = null;
        while (walker.nextNode()) last = walker.currentNode as Text;
        const end = document.createRange();
        end.setStart(last!, Math.max(0, last!.length - 4));
        end.setEnd(last!, last!.length);
        const { right, left } = end.getBoundingClientRect();
        const cell = address.getBoundingClientRect();
        const isQuery = last!.data.startsWith('?');
        if (!isQuery && (right > cell.right + 1 || left < cell.left))
          lostEnds.push(address.textContent);
      }
      return { count: addresses.length, cutHosts, lostEnds };
    });

test('at 1440 pixels the usual columns show whole hosts, the ends of paths, and numbers', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '300' });
  await page.goto(url);
  await setBars(page, 15);
  await loadedAhead(page);
  await loadAll(page);
  let read = 0;
  for (let screen = 0; screen < 6; screen += 1) {
    const { count, ...cut } = await readAddresses(page);
    expect(cut).toEqual({ cutHosts: [], lostEnds: [] });
    read += count;
    const cutTexts = await grid(page)
      .locator('[data-column=number] .truncate')
      .evaluateAll((texts) =>
        texts.filter((text) => text.scrollWidth > text.clientWidth).map((text) => text.textContent),
      );
    expect(cutTexts).toEqual([]);
    await grid(page).evaluate(async ({ parentElement: scroller }) => {
      scroller!.scrollTop += scroller!.clientHeight;
      for (const _ of 'ab') await new Promise(requestAnimationFrame);
    });
  }
  expect(read).toBeGreaterThan(100);
});

test('an address is shortened in the middle of its path, and is whole in a wide window', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '300' });
  const number = (await walk(url)).find(({ call_controller }) =>
    /^https:\/\/contact\.example\.org\/voice\/[a-z]{2}-local$/.test(call_controller ?? ''),
  )!;
  await page.setViewportSize({ width: 1200, height: 900 });
  await page.goto(`${url}/?number=${number.number}`);
  await expect(allLoaded(page)).toBeVisible();
  const parts = () =>
    grid(page)
      .locator('[data-column=voice_to] bdi > span')
      .evaluateAll((spans) =>
        spans.map((span) => [span.textContent, span.scrollWidth > span.clientWidth]),
      );
  const { pathname } = new URL(number.call_controller!);
  const tail = pathname.slice('/voice'.length);
  expect(await parts()).toEqual([
    ['contact.example.org', false],
    ['/voice', true],
    [tail, false],
  ]);
  await page.setViewportSize({ width: 2200, height: 900 });
  await expect.poll(parts).toEqual([
    ['contact.example.org', false],
    ['/voice', false],
    [tail, false],
  ]);
});

const headers = (page: Page) => grid(page).getByRole('columnheader').allTextContents();

test('Mode and Updated are usual in a window of 1600 pixels only, and shown where the reader wants them', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '20' });
  await page.setViewportSize({ width: 1599, height: 900 });
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  expect(await headers(page)).not.toContain('Updated');
  expect(await headers(page)).not.toContain('Mode');
  await page.setViewportSize({ width: 1600, height: 900 });
  await expect.poll(() => headers(page)).toContain('Updated');
  await expect.poll(() => headers(page)).toContain('Mode');

  await toggleColumns(page, 'Updated');
  await expect.poll(() => headers(page)).not.toContain('Updated');
  await toggleColumns(page, 'Updated');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(() => headers(page)).not.toContain('Mode');
  expect(await headers(page)).toContain('Updated');
});

test("the columns follow the table's width, and a width that the reader chose stays", async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '20' });
  const usual = { version: 1, shown: {}, order: [], pinned: [], isCompact: false };
  await page.setViewportSize({ width: 1700, height: 900 });
  await page.addInitScript(
    (taste) => localStorage.setItem('table', taste),
    JSON.stringify({ ...usual, widths: { country: 200 } }),
  );
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const measure = () =>
    grid(page).evaluate((element) => {
      const scroller = element.parentElement!;
      const widths = [...element.querySelectorAll('[role=columnheader]')].map(
        (header) => header.getBoundingClientRect().width,
      );
      const sum = widths.reduce((total, width) => total + width, 0);
      return { fills: sum === scroller.clientWidth, country: widths[2], name: widths[1] };
    });
  const before = await measure();
  expect(before).toMatchObject({ fills: true, country: 200 });
  // As docked details take a part of the room.
  await grid(page).evaluate((element) => {
    element.parentElement!.style.marginRight = '30px';
  });
  await expect.poll(async () => (await measure()).fills).toBe(true);
  expect((await measure()).country).toBe(200);
});
