import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { facetValue, rail } from './rail.ts';
import { asOnADesk } from './screen.ts';
import { allLoaded, grid, loadAll, loadedAhead } from './table.ts';

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
