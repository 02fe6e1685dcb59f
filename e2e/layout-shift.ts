import { expect, type Page } from '@playwright/test';

interface Shift {
  value: number;
  /** The first characters of the elements that moved. */
  moved: string[];
}

declare global {
  var layoutShifts: Shift[];
}

/** Records every layout shift from the next navigation on, also those after an input. */
export const watchLayoutShifts = (page: Page) =>
  page.addInitScript(() => {
    globalThis.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          value: number;
          sources: { node: Node | null }[];
        };
        const moved = sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 120) : String(node?.textContent),
        );
        globalThis.layoutShifts.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** Fails when elements on the screen have moved; the message names them. */
export async function expectSteadyLayout(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => globalThis.layoutShifts);
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  // 0.01 is a tenth of what counts as good; one digit more in a counter shifts by 0.0001.
  expect(total, JSON.stringify(shifts, null, 2)).toBeLessThan(0.01);
}
