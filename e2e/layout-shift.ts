import { expect, type Page } from '@playwright/test';

interface Shift {
  value: number;
  /** The beginnings of the elements that moved. */
  moved: string[];
}

declare global {
  var layoutShifts: Shift[];
}

/** Records every layout shift from the next navigation on, those after an input too. */
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

/** Fails when what was on screen has moved; the message says what. */
export async function expectSteadyLayout(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => globalThis.layoutShifts);
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  // A hundredth is a tenth of what counts as good; a digit more in a counter is a ten-thousandth.
  expect(total, JSON.stringify(shifts, null, 2)).toBeLessThan(0.01);
}
