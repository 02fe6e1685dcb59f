import { walk } from '../api.ts';
import { expect, test } from './fixtures.ts';
import { few, openList, statusLine } from './page.ts';

test('the overview counts what is loaded, and the way back leads to the table', async ({
  tab,
  serve,
}) => {
  const server = await serve(few);
  const british = (await walk(server.url, { country_code: 'GB' })).length;
  await openList(tab, server);
  await tab.get('navigation', 'View').get('link', 'Overview').click();
  const figure = tab.get('figure', 'Numbers by country');
  await expect.poll(() => figure.text()).toContain('All 60 numbers');
  const share = Math.round((100 * british) / 60);
  expect(await figure.text()).toContain(`United Kingdom${british}${share}%`);
  await tab.evaluate(() => history.back());
  await expect.poll(() => tab.get('grid', 'Rented numbers').count()).toBe(1);
  await expect.poll(() => statusLine(tab).text()).toContain('All 60 loaded');
});
