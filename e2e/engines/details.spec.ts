import { walk } from '../api.ts';
import { expect, test } from './fixtures.ts';
import { few, openList, readFocus } from './page.ts';

test('details open at a click and close by Escape', async ({ tab, serve }) => {
  const server = await serve(few);
  const [, , number] = await walk(server.url);
  await openList(tab, server);
  await tab.get('rowheader', new RegExp(number!.number_display.replace('+', '\\+'))).click();
  const panel = tab.get('complementary');
  await expect.poll(() => panel.text()).toContain(number!.number_display);
  await expect.poll(() => tab.evaluate(() => location.search)).toBe(`?open=${number!.number}`);
  await tab.press('Escape');
  await expect.poll(() => panel.count()).toBe(0);
  await expect.poll(() => tab.evaluate(() => location.search)).toBe('');
});

test('the arrow keys walk the grid, and Enter opens a row', async ({ tab, serve }) => {
  const server = await serve(few);
  const numbers = await walk(server.url);
  await openList(tab, server);
  // Ascending, descending, and not sorted again.
  const sort = tab.get('columnheader', /^Number/).get('button', /^Number/);
  for (let times = 0; times < 3; times += 1) await sort.click();
  for (const [key, place] of [
    ['ArrowDown', 'rowheader 2'],
    ['ArrowRight', 'gridcell 2'],
    ['ArrowDown', 'gridcell 3'],
    ['Home', 'rowheader 3'],
    ['PageDown', 'rowheader 23'],
    ['Control+Home', 'rowheader 2'],
  ] as const) {
    await tab.press(key);
    await expect.poll(() => readFocus(tab), { message: key }).toBe(place);
  }
  await tab.press('Enter');
  await expect.poll(() => tab.get('complementary').text()).toContain(numbers[0]!.number_display);
});
