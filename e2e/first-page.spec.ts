import { expect, test } from './fixtures.ts';
import { bodyRows, grid, readTable } from './table.ts';

test('the first page of numbers appears, and says how far it reaches', async ({ page, serve }) => {
  const { url } = await serve();
  await page.goto(url);
  await expect(bodyRows(page).first()).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '-1');
  await expect(page.getByText('Sandbox data')).toBeVisible();
  const [first] = await readTable(page);
  expect(first?.Number).toMatch(/^\+\d/);
});
