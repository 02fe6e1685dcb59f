import type { Page } from '@playwright/test';
import { walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { facetValue, rail } from './rail.ts';
import { asOnADesk } from './screen.ts';
import { allLoaded, bodyRows, grid, loadAll, loadedAhead, toggleColumns } from './table.ts';

test.use({
  launchOptions: [({ launchOptions }, use) => use(asOnADesk(launchOptions)), { scope: 'worker' }],
});

const headers = (page: Page) => grid(page).getByRole('columnheader').allTextContents();

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

const bars = [12, 15, 17, 21];

test('E9 the usual columns fit beside scroll bars of 12 to 21 pixels', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  for (const bar of bars) {
    await setBars(page, bar);
    const room = () =>
      grid(page).evaluate(({ parentElement: scroller }) => ({
        taken: scroller!.offsetWidth - scroller!.clientWidth,
        over: scroller!.scrollWidth - scroller!.clientWidth,
      }));
    await expect.poll(room, { message: `${bar} pixels` }).toEqual({ taken: bar, over: 0 });
  }
});

test('W17 no line of the rail breaks or is cut beside scroll bars of 12 to 21 pixels', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '1000' });
  await page.goto(url);
  await loadedAhead(page);
  await loadAll(page);
  await expect(facetValue(page, 'Country', 'United Kingdom')).toBeVisible();
  for (const bar of bars) {
    await setBars(page, bar);
    await expect
      .poll(() => readRail(page), { message: `${bar} pixels` })
      .toEqual({ cut: [], lines: [1, 1] });
  }
});

/**
 * The addresses in sight, and what is wrong with them: a cut host, a path whose end is not there, a
 * letter that lies across the edge of its cell, and more than one cut.
 */
const readAddresses = (page: Page) =>
  grid(page)
    .locator(
      '[data-column=voice_to] bdi[title*="://"], [data-column=messages_to] bdi[title*="://"]',
    )
    .evaluateAll((addresses) => {
      const cutHosts: string[] = [];
      const lostEnds: string[] = [];
      const cutLetters: string[] = [];
      const cutTwice: string[] = [];
      const isCut = (part: Element) => part.scrollWidth > part.clientWidth;
      const edge = (node: Node, from: number, to: number) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return range.getBoundingClientRect();
      };
      for (const address of addresses) {
        const text = address.textContent;
        const cell = address.getBoundingClientRect();
        const isSeen = ({ top }: DOMRect) => top < cell.bottom - 1;
        const parts = [...address.children].filter((part) => isSeen(part.getBoundingClientRect()));
        if (isCut(parts[0]!)) cutHosts.push(text);
        if (parts.some((part) => part.getBoundingClientRect().right > cell.right + 1))
          cutLetters.push(text);
        if (parts.filter(isCut).length > 1) cutTwice.push(text);
        const path = address.querySelector('[dir=rtl] bdi')?.firstChild;
        if (!path) continue;
        const last = edge(
          path,
          Math.max(0, path.textContent!.length - 4),
          path.textContent!.length,
        );
        if (!isSeen(last) || last.right > cell.right + 1 || last.left < cell.left)
          lostEnds.push(text);
      }
      return { count: addresses.length, cutHosts, lostEnds, cutLetters, cutTwice };
    });

/** The texts of a column in sight that end in an ellipsis. */
const cutTexts = (page: Page, column: string) =>
  grid(page)
    .locator(`[data-column=${column}] .truncate`)
    .evaluateAll((texts) =>
      texts.filter((text) => text.scrollWidth > text.clientWidth).map((text) => text.textContent),
    );

/** Scrolls by a number of screens, and waits for the paint. */
const scrollBy = (page: Page, screens: number) =>
  grid(page).evaluate(async ({ parentElement: scroller }, by) => {
    scroller!.scrollTop += by * scroller!.clientHeight;
    for (const _ of 'ab') await new Promise(requestAnimationFrame);
  }, screens);

test('at 1440 pixels the usual columns show whole hosts, the ends of paths, numbers and short names', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '300' });
  await page.goto(url);
  await setBars(page, 15);
  await loadedAhead(page);
  await loadAll(page);
  await expect.poll(() => headers(page)).toContain('Finding');
  let read = 0;
  for (let screen = 0; screen < 6; screen += 1) {
    const { count, ...wrong } = await readAddresses(page);
    expect(wrong).toEqual({ cutHosts: [], lostEnds: [], cutLetters: [], cutTwice: [] });
    read += count;
    expect(await cutTexts(page, 'number')).toEqual([]);
    expect((await cutTexts(page, 'name')).filter((name) => name.startsWith('NumberPool'))).toEqual(
      [],
    );
    await scrollBy(page, 1);
  }
  expect(read).toBeGreaterThan(100);
});

test('at 1200 to 1366 pixels no letter of an address is cut, and none is cut twice', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '300' });
  await page.setViewportSize({ width: 1366, height: 900 });
  await page.goto(url);
  await setBars(page, 15);
  await loadedAhead(page);
  await loadAll(page);
  for (const width of [1366, 1280, 1200]) {
    await page.setViewportSize({ width, height: 900 });
    await scrollBy(page, Number.MIN_SAFE_INTEGER);
    for (let screen = 0; screen < 4; screen += 1) {
      // The columns follow a new width a moment later.
      await expect
        .poll(() => readAddresses(page), { message: `${width} pixels` })
        .toMatchObject({ cutLetters: [], cutTwice: [] });
      await scrollBy(page, 1);
    }
  }
});

test('at 1280 and 1440 pixels the last column is in sight, and docked details cover none', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '300' });
  await page.goto(url);
  await setBars(page, 15);
  await loadedAhead(page);
  await loadAll(page);
  await expect.poll(() => headers(page)).toContain('Finding');
  const over = () =>
    grid(page).evaluate(
      ({ parentElement: scroller }) => scroller!.scrollWidth - scroller!.clientWidth,
    );
  // From wide to narrow: a table that is wider than its window has not followed yet.
  for (const width of [1440, 1280]) {
    await test.step(`${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(over).toBe(0);
      const all = await headers(page);
      await grid(page).getByRole('rowheader').first().click();
      await expect(page.getByRole('complementary')).toBeVisible();
      expect(await over()).toBe(0);
      expect(await headers(page)).toEqual(expect.arrayContaining(['Number', 'Name', 'Finding']));
      await page.keyboard.press('Escape');
      await expect.poll(() => headers(page)).toEqual(all);
    });
  }
});

/** How many rows in sight show a button under the mouse, over a digit or not at all. */
async function readButtons(page: Page) {
  const seen = { numbers: 0, covered: 0, withOpen: 0, withCopy: 0 };
  for (const row of (await bodyRows(page).all()).slice(0, 16)) {
    await row.locator('[data-column=type]').hover();
    await expect(row.getByRole('button', { name: /^Copy / })).toBeAttached();
    const { covered, open, copy } = await row.getByRole('rowheader').evaluate((cell) => {
      const digits = document.createRange();
      digits.selectNodeContents(cell.querySelector('[id][translate=no]')!);
      const { right, top, bottom } = digits.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      const partAt = (x: number) =>
        document.elementFromPoint(x, middle)?.closest<HTMLElement>('[data-part]')?.dataset.part;
      const shows = (part: string) => {
        const box = cell.querySelector(`[data-part=${part}]`)!.getBoundingClientRect();
        return partAt((box.left + box.right) / 2) === part && box.top < middle;
      };
      return {
        covered: partAt(right - 1) !== undefined,
        open: shows('open'),
        copy: shows('copy'),
      };
    });
    seen.numbers += 1;
    seen.covered += Number(covered);
    seen.withOpen += Number(open);
    seen.withCopy += Number(copy);
  }
  return seen;
}

test('at 1280 and 1440 pixels the buttons of a row cover no digit of its number', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '300' });
  await page.goto(url);
  await loadedAhead(page);
  for (const width of [1440, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .poll(() => readButtons(page), { message: `${width} pixels` })
      .toEqual({ numbers: 16, covered: 0, withOpen: 16, withCopy: 16 });
  }
});

test('in a narrow column, the button to the details gives way to the digits', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '300' });
  const taste = { version: 1, shown: {}, order: [], pinned: [], isCompact: false };
  await page.addInitScript(
    (text) => localStorage.setItem('table', text),
    JSON.stringify({ ...taste, widths: { number: 184 } }),
  );
  await page.goto(url);
  await loadedAhead(page);
  const { numbers, ...seen } = await readButtons(page);
  expect(numbers).toBeGreaterThan(15);
  expect(seen).toMatchObject({ covered: 0, withCopy: numbers });
  expect(seen.withOpen).toBeLessThan(numbers);
});

test('an address loses the beginning of its path, then the path, and is whole in a wide window', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '300' });
  const number = (await walk(url)).find(({ call_controller }) =>
    /^https:\/\/contact\.example\.org\/voice\/[a-z]{2}-local$/.test(call_controller ?? ''),
  )!;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${url}/?number=${number.number}`);
  await expect(allLoaded(page)).toBeVisible();
  const parts = () =>
    grid(page)
      .locator('[data-column=voice_to] bdi > span')
      .evaluateAll((spans) =>
        spans.map((span) => {
          const { top } = span.getBoundingClientRect();
          const isSeen = top < span.parentElement!.getBoundingClientRect().bottom - 1;
          return [span.textContent, isSeen, span.scrollWidth > span.clientWidth];
        }),
      );
  const { pathname } = new URL(number.call_controller!);
  expect(await parts()).toEqual([
    ['contact.example.org', true, false],
    [pathname, true, true],
  ]);
  await page.setViewportSize({ width: 1200, height: 900 });
  await expect.poll(async () => (await parts())[1]).toEqual([pathname, false, expect.any(Boolean)]);
  await page.setViewportSize({ width: 2200, height: 900 });
  await expect.poll(parts).toEqual([
    ['contact.example.org', true, false],
    [pathname, true, false],
  ]);
});

test('Mode and Updated are usual in a window of 1600 pixels only, and shown where the reader wants them', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
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
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
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
