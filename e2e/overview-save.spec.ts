import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { said } from './announcements.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { figure, loadCharts, openWhole, worldMap } from './overview.ts';

const few = { SANDBOX_NUMBERS: '300', SANDBOX_LATENCY_MS: '5' };

/** Saves a figure, and reads the file. */
async function save(page: Page, title: string, format: 'PNG' | 'SVG') {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `Save ${title} as a picture` }).click();
  await page.getByRole('button', { name: new RegExp(`^${format}`) }).click();
  const file = await download;
  await expect(said(page, `Saved ${title}`).last()).toBeAttached();
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** What a browser makes of an SVG file: its texts, and the kinds of its elements. */
async function readSvg(page: Page, content: Buffer) {
  // The page's own policy would refuse to read it.
  const blank = await page.context().newPage();
  const read = await blank.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = [...documentElement.querySelectorAll('*')];
    return {
      root: documentElement.localName,
      texts: all.filter(({ localName }) => localName === 'text').map((one) => one.textContent),
      kinds: [...new Set(all.map(({ localName }) => localName))].sort(),
    };
  }, content.toString('utf8'));
  await blank.close();
  return read;
}

/** The size of a PNG file, and the colours of its pixels. */
const readPng = (page: Page, content: Buffer) =>
  page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set(new Uint32Array(data.buffer));
    return {
      width: canvas.width,
      corner: [...data.slice(0, 4)],
      colours: colours.size,
    };
  }, content.toString('base64'));

test('each figure is saved as SVG with its title, what it covers, and nothing from outside', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?show=overview&voice=true`);
  await expect(worldMap(page)).toBeVisible();
  for (const [title, slug] of [
    ['Numbers by country', 'numbers-by-country'],
    ['Numbers by type', 'numbers-by-type'],
    ['Numbers by capability', 'numbers-by-capability'],
    ['Rented by month', 'rented-by-month'],
    ['Where calls go', 'where-calls-go'],
    ['Where messages go', 'where-messages-go'],
  ] as const) {
    const { name, content } = await save(page, title, 'SVG');
    expect(name).toMatch(new RegExp(`^${slug}_voice-true_partial_\\d+_\\d{8}-\\d{4}\\.svg$`));
    const { root, texts, kinds } = await readSvg(page, content);
    expect(root).toBe('svg');
    expect(texts[0]).toBe(title);
    expect(texts[1]).toMatch(/^\d+ loaded numbers; total unknown · .*\d/);
    expect(texts[2]).toBe('Voice: Yes');
    expect(texts.length).toBeGreaterThan(6);
    expect(
      kinds.filter(
        (kind) => !['circle', 'g', 'path', 'rect', 'svg', 'text', 'title'].includes(kind),
      ),
    ).toEqual([]);
  }
  await loadCharts(page);
  await expect(figure(page, 'Numbers by type')).toContainText(/All \d+ numbers/);
  const { name, content } = await save(page, 'Numbers by type', 'SVG');
  expect(name).toMatch(/^numbers-by-type_voice-true_complete_\d+_/);
  expect((await readSvg(page, content)).texts[1]).toMatch(/^All \d+ numbers · /);
});

test('each kind of figure is saved as PNG, twice as large and light, under the page’s own policy', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openWhole(page, url);
  await expect(worldMap(page)).toBeVisible();
  for (const title of ['Numbers by country', 'Numbers by type', 'Rented by month']) {
    const { name, content } = await save(page, title, 'PNG');
    expect(name).toMatch(/^[a-z-]+_complete_300_\d{8}-\d{4}\.png$/);
    const { width, corner, colours } = await readPng(page, content);
    expect(width).toBe(1920);
    expect(corner).toEqual([255, 255, 255, 255]);
    expect(colours).toBeGreaterThan(20);
  }
});

test('the saved map is the map on screen: chosen countries, and Europe enlarged', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  await worldMap(page).locator('[data-code=DE]').click();
  await page.getByRole('button', { name: 'Enlarge Europe' }).click();
  await expect(worldMap(page).locator('[data-code=AU]')).toHaveCount(0);
  const { name, content } = await save(page, 'Numbers by country', 'SVG');
  // The figure has the other countries too, so it is not one of Germany.
  expect(name).toMatch(/^numbers-by-country_complete_300_/);
  const svg = content.toString('utf8');
  expect(svg).toContain('opacity="0.35"');
  const { texts } = await readSvg(page, content);
  expect(texts[1]).toMatch(/^All 300 numbers · /);
  expect(texts[2]).toBe('Chosen · Country: Germany');
  expect(texts).toEqual(expect.arrayContaining(['Chosen', 'Not chosen']));
  expect(svg).toMatch(/<svg width="912" height="[\d.]+" viewBox="7\d\d/);
});

test('the choice of a file is a menu with nothing for axe to find', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
  await page.goto(`${url}/?show=overview`);
  const button = page.getByRole('button', { name: 'Save Numbers by type as a picture' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Save Numbers by type as a picture' });
  await expect(dialog.getByRole('button')).toHaveText([/^PNG/, /^SVG/]);
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});
