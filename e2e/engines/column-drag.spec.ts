import { expect, test } from './fixtures.ts';
import { few, openList } from './page.ts';

test('E8 a column is dragged to another place in the menu', async ({ tab, serve }) => {
  await openList(tab, await serve(few));
  await tab.get('button', 'Columns').click();
  const line = (name: string) => tab.get('checkbox', name);
  const order = () =>
    tab.evaluate(() =>
      [...document.querySelectorAll('[role=columnheader]')].map((one) => one.textContent),
    );
  const before = await order();
  const from = await line('Type').middle();
  const to = await line('Name').middle();
  await tab.driver.move(from.x + 60, from.y);
  await tab.driver.down();
  for (let part = 1; part <= 8; part += 1)
    await tab.driver.move(from.x + 60, from.y + ((to.y - from.y) * part) / 8);
  await tab.driver.up();
  await expect.poll(order).not.toEqual(before);
  const after = await order();
  expect(after.indexOf('Type')).toBeLessThan(after.indexOf('Name'));
});
