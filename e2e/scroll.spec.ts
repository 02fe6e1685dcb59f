import { walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { expectSteadyLayout, watchLayoutShifts } from './layout-shift.ts';
import { grid, readList, statusLine, toggleColumns } from './table.ts';

test('scrolling shows every number of the account once, without anything moving', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  expect(numbers).toHaveLength(500);

  await watchLayoutShifts(page);
  await page.goto(url);
  await expect(statusLine(page)).toContainText(/\d+ loaded, more available/);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '-1');

  let mostInDocument = 0;
  const list = await readList(page, {
    onScreen(rows) {
      mostInDocument = Math.max(mostInDocument, rows.length);
    },
  });

  expect(list.map((row) => row.Number)).toEqual(numbers.map((number) => number.number_display));
  expect(list.map((row) => row.index)).toEqual(numbers.map((_, at) => String(at + 1)));
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '501');
  await expect(statusLine(page)).toContainText(/All 500 loaded, \d+:\d\d/);
  await expect(page.getByText('End of list · 500 numbers')).toBeVisible();
  expect(mostInDocument).toBeLessThan(80);
  await expectSteadyLayout(page);
});

test('every number_sid is there once', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '130' });
  await page.goto(url);
  await toggleColumns(page, 'Number SID');
  const sids = (await readList(page)).map((row) => row['Number SID']);
  const expected = (await walk(url)).map((number) => number.number_sid);
  expect(new Set(sids)).toEqual(new Set(expected));
  expect(sids).toHaveLength(expected.length);
});

test('the wheel scrolls and loads', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '150' });
  await page.goto(url);
  await grid(page).getByRole('rowheader').first().hover();
  const wheel = async () => {
    await page.mouse.wheel(0, 2000);
    return statusLine(page).textContent();
  };
  await expect.poll(wheel, { intervals: [20] }).toContain('All 150 loaded,');
});
