import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { bodyRows, grid } from './table.ts';

/** Which number, mark and copy button of the rows in the document are not beside each other, whole. */
const crowdedNumbers = (page: Page) =>
  grid(page).evaluate((element) =>
    [...element.querySelectorAll('[role=rowheader]:has([role=img])')].flatMap((cell) => {
      const number = cell.querySelector('span.truncate')!;
      const [text, mark, copy] = [
        number,
        cell.querySelector('[role=img]')!,
        cell.querySelector('[data-copy]')!,
      ].map((part) => part.getBoundingClientRect());
      const isWhole = number.scrollWidth <= number.clientWidth;
      const areBeside = text!.right <= mark!.left && mark!.right <= copy!.left;
      return isWhole && areBeside ? [] : [number.textContent];
    }),
  );

for (const [reader, use] of [
  ['under a mouse', {}],
  ['for a finger', { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } }],
] as const) {
  test.describe(reader, () => {
    test.use(use);

    test('what a check found stands beside the number and the button that copies it', async ({
      page,
      serve,
    }) => {
      const { url } = await serve();
      await page.goto(url);
      const marked = bodyRows(page)
        .getByRole('rowheader')
        .filter({ has: page.getByRole('img') });
      await expect(marked.nth(4)).toBeAttached();
      await marked.first().hover();
      await expect(marked.first().getByRole('button', { name: /^Copy/ })).toHaveCSS('opacity', '1');
      expect(await crowdedNumbers(page)).toEqual([]);
    });
  });
}
