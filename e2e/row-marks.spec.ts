import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, test, unhurried } from './faults/dashboard.ts';
import { bodyRows, grid, loadAll, loadedAhead, statusLine, toggleColumns } from './table.ts';

/** The rows in the document whose number, mark and copy button overlap or are cut. */
const crowdedNumbers = (page: Page) =>
  grid(page).evaluate((element) =>
    [...element.querySelectorAll('[role=rowheader]:has([role=img]):has([data-part=copy])')].flatMap(
      (cell) => {
        const number = cell.querySelector('span.truncate')!;
        const [text, mark, copy] = [
          number,
          cell.querySelector('[role=img]')!,
          cell.querySelector('[data-part=copy]')!,
        ].map((part) => part.getBoundingClientRect());
        const isWhole = number.scrollWidth <= number.clientWidth;
        const areBeside = text!.right <= mark!.left && mark!.right <= copy!.left;
        return isWhole && areBeside ? [] : [number.textContent];
      },
    ),
  );

for (const [reader, isColumnInSight, use] of [
  ['under a mouse', true, {}],
  [
    'for a finger',
    false,
    { hasTouch: true, isMobile: true, viewport: { width: 768, height: 1024 } },
  ],
] as const) {
  test.describe(reader, () => {
    test.use(use);

    test('without its column in sight, the mark of a finding stands beside the number and its copy button', async ({
      page,
      sharedServer,
    }) => {
      const { url } = await sharedServer();
      await page.goto(url);
      if (isColumnInSight) await toggleColumns(page, 'Finding');
      const marked = bodyRows(page)
        .getByRole('rowheader')
        .filter({ has: page.getByRole('img') });
      // French numbers are among the longest.
      for (const query of ['', '?country_code=FR']) {
        await page.goto(`${url}/${query}`);
        await expect(marked.nth(4)).toBeAttached();
        // These are on the first screen: a row that has to be scrolled to changes the order.
        for (const header of (await marked.all()).slice(0, 5)) {
          await header.hover();
          await expect(header.getByRole('button', { name: /^Copy/ })).toBeVisible();
          expect(await crowdedNumbers(page)).toEqual([]);
        }
      }
    });
  });
}

const ground = (part: Locator) =>
  part.evaluate((element) => getComputedStyle(element).backgroundColor);

/** The positions of a row's texts and badges. */
const placesIn = (row: Locator) =>
  row
    .locator('[data-select], [data-column] > span:not([title=changed])')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().x));

test('a row that a refresh marks keeps its badge apart and its texts visible', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard(unhurried, 140);
  await page.goto(server.url);
  await loadedAhead(page);
  await loadAll(page);
  const row = bodyRows(page).nth(2);
  const before = await placesIn(row);
  upstream.account.change(2, { updated: 'Fri, 01 Apr 2016 11:17:21 +0300' });
  await statusLine(page).getByRole('button', { name: 'Refresh', exact: true }).click();
  const sign = row.getByRole('rowheader').getByTitle('changed');
  await expect(sign).toBeVisible();
  await expect.poll(() => placesIn(row)).toEqual(before);
  const [signBox, checkbox] = await Promise.all(
    [sign, row.getByRole('checkbox')].map((part) => part.boundingBox()),
  );
  expect(signBox!.x + signBox!.width).toBeLessThanOrEqual(checkbox!.x);

  const capabilities = row.locator('[data-column=capabilities]');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const word of await capabilities.locator('> span').all())
      expect(await ground(word), colorScheme).not.toBe(await ground(capabilities));
  }
  await expectNoViolations(page);
});
