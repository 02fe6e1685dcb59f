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

test('a picture is saved as PNG, drawn by the browser itself', async ({ tab, serve }) => {
  await openList(tab, await serve(few));
  await tab.get('navigation', 'View').get('link', 'Overview').click();
  for (const title of ['Numbers by type', 'Numbers by country']) {
    await tab.get('button', `Save ${title} as a picture`).click();
    await tab.get('dialog', `Save ${title} as a picture`).get('button', /^PNG/).click();
    const slug = title.toLowerCase().replaceAll(' ', '-');
    const { bytes } = await tab.download(new RegExp(`^${slug}_complete_60_.*\\.png$`));
    // The head of a PNG file has its width; a plain ground alone would be far smaller.
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(1920);
    expect(bytes.length).toBeGreaterThan(20_000);
  }
});
