import { walk } from '../api.ts';
import { expect, test } from './fixtures.ts';
import { few, openList } from './page.ts';

test('Control K finds a number by its digits and opens it', async ({ tab, serve }) => {
  const server = await serve(few);
  const [, , , number] = await walk(server.url);
  await openList(tab, server);
  await tab.press('Control+k');
  const palette = tab.get('dialog', 'Commands');
  await expect.poll(() => palette.get('combobox').isFocused()).toBe(true);
  await tab.type(number!.number);
  await expect.poll(() => palette.get('status').text()).toContain('1 of all 60 rows matches');
  await tab.press('Enter');
  await expect.poll(() => palette.count()).toBe(0);
  await expect.poll(() => tab.get('complementary').text()).toContain(number!.number_display);
});

test('a question mark opens the sheet of keys, and Escape closes it', async ({ tab, serve }) => {
  await openList(tab, await serve(few));
  await tab.press('?');
  const sheet = tab.get('dialog', 'Keyboard shortcuts');
  await expect.poll(() => sheet.count()).toBe(1);
  await tab.press('Escape');
  await expect.poll(() => sheet.count()).toBe(0);
});
