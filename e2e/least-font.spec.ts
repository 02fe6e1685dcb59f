import { expect, test } from './fixtures.ts';
import { expectSteadyLayout, watchLayoutShifts } from './layout-shift.ts';
import { allLoaded, grid } from './table.ts';

test.use({
  launchOptions: [
    ({ launchOptions }, use) =>
      use({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), '--blink-settings=minimumFontSize=18'],
      }),
    { scope: 'worker' },
  ],
});

for (const density of ['usual', 'compact']) {
  test(`E18 a least font of 18 pixels cuts no number, date or header, in ${density} rows`, async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
    await watchLayoutShifts(page);
    await page.goto(url);
    await expect(allLoaded(page)).toBeVisible();
    await expectSteadyLayout(page);
    if (density === 'compact') {
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('radio', { name: 'Compact' }).check();
      await page.keyboard.press('Escape');
    }
    const seen = await grid(page).evaluate((element) => {
      const cells = [...element.querySelectorAll('[role=columnheader], [role=rowheader], time')];
      const boxes = [...element.querySelectorAll('[role=row] > *')];
      const lineOf = (cell: Element) => cell.querySelector('.truncate')?.clientHeight ?? 0;
      return {
        cut: cells
          .flatMap((cell) => [cell, ...cell.querySelectorAll('.truncate')])
          .filter((cell) => cell.scrollWidth > cell.clientWidth)
          .map((cell) => cell.textContent),
        higherThanRows: boxes.filter((box) => lineOf(box) > box.clientHeight).length,
        line: Math.round(Math.max(...boxes.map(lineOf))),
      };
    });
    expect(seen).toEqual({ cut: [], higherThanRows: 0, line: 26 });
  });
}
