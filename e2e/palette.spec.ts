import type { Page } from '@playwright/test';
import { walk } from './api.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { allLoaded, bodyRows, loadedAhead, statusLine } from './table.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const box = (page: Page) => palette(page).getByRole('combobox', { name: 'Number or command' });
const options = (page: Page) => palette(page).getByRole('option');
/** The option that Enter chooses. */
const chosen = (page: Page) => palette(page).getByRole('option', { selected: true });

async function openPalette(page: Page, url: string) {
  await page.goto(url);
  await loadedAhead(page);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(box(page)).toBeFocused();
}

test('jumps to a loaded number by digits in any format, and says which rows were searched', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const [, , , target] = await walk(url);
  await openPalette(page, url);
  await box(page).fill(`00 ${target!.number.replace(/(\d\d\d)/g, '$1-')}`);
  await expect(palette(page).getByRole('status')).toHaveText('1 of 100 loaded rows matches.');
  await expect(chosen(page)).toContainText(target!.number_display);
  await expect(box(page)).toHaveAttribute(
    'aria-activedescendant',
    (await chosen(page).getAttribute('id')) ?? '',
  );
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
  const details = page.getByRole('complementary');
  await expect(details.getByRole('heading', { level: 2 })).toContainText(target!.number_display);
  await expect(details).toBeFocused();
});

test('a number that no loaded row has is found and opened, whatever filters are on', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const target = (await walk(url)).slice(200).find(({ type }) => type !== 'sip')!;
  await page.goto(`${url}/?type=sip&voice=true&check=error`);
  await expect(statusLine(page)).toContainText('loaded');
  await page.keyboard.press('ControlOrMeta+k');
  await box(page).fill(target.number_display);
  await expect(palette(page).getByRole('status')).toHaveText(/^No match in .*\d+ .*rows\.$/);
  await expect(chosen(page)).toHaveText(`Search all numbers for +${target.number}`);
  await page.keyboard.press('Enter');
  await expect(bodyRows(page)).toHaveCount(1);
  await expect(page).toHaveURL(`${url}/?number=${target.number}&open=${target.number}`);
  await expect(page.getByRole('complementary')).toContainText(target.number_display);
});

test('a text is searched for in all numbers, whatever filters are on; Escape gives them back', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_LATENCY_MS: '50' });
  const numbers = await walk(url);
  const fragment = numbers[405]!.number.slice(-7);
  const filters = '?type=sip&voice=true';
  await page.goto(`${url}/${filters}`);
  await expect(statusLine(page)).toContainText('loaded');
  const search = async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await box(page).fill(fragment);
    await expect(chosen(page)).toHaveText(`Search all numbers for “${fragment}”`);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${url}/?q=${fragment}`);
  };
  await search();
  await expect(statusLine(page)).toContainText('Searching all numbers…');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${url}/${filters}`);
  await search();
  await expect(statusLine(page)).toContainText('All 500 searched: 1 match');
  await expect(page.getByRole('complementary')).toContainText(numbers[405]!.number_display);
});

test('loaded numbers are found by their names too, behind the commands', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = (await walk(url)).slice(0, 100);
  const named = numbers.filter(({ name }) => name?.toLowerCase().includes('reception'));
  await openPalette(page, url);
  await box(page).fill('reception');
  await expect(palette(page).getByRole('status')).toHaveText(
    `${named.length} of 100 loaded rows match.`,
  );
  await expect(chosen(page)).toContainText(named[0]!.number_display);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toContainText(named[0]!.number_display);
});

test('shows the overview, and sets a check and a year of renting', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await openPalette(page, url);
  await page.keyboard.type('overview');
  await expect(chosen(page)).toHaveText('Show the overview');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url}/?show=overview`);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('plain http');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url}/?check=plain-http-webhook&show=overview`);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('rented 2021');
  await expect(chosen(page)).toHaveText('Rented: 2021');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/rented=2021-01\.\.2021-12/);
});

test('sets filters, sorts, and loads the rest, with the arrow keys too', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await openPalette(page, url);
  await page.keyboard.type('mobile');
  await expect(chosen(page)).toHaveText('Type: Mobile');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url}/?type=mobile`);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('voice');
  await expect(options(page).first()).toHaveText('Voice: Yes');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveText('Voice: No');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url}/?type=mobile&voice=true`);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('sort rented desc');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Rented' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('clear all');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('load all');
  await page.keyboard.press('Enter');
  await expect(allLoaded(page)).toBeVisible();
});

test('opened again in the moment in which a command closes it, it is there', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await openPalette(page, url);
  await page.keyboard.type('sort by country');
  await expect(chosen(page)).toHaveText('Sort by country');
  await page.evaluate(() => {
    const press = (key: string, ctrlKey = false) =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
      );
    press('Enter');
    press('k', true);
  });
  await expect(page.getByRole('columnheader', { name: 'Country' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
});

test('gives the focus back to where it was', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  const export_ = page.getByRole('button', { name: /^Export/ });
  await export_.focus();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(export_).toBeFocused();
});

test('changes the theme and exports, and the top bar opens it', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '8' });
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.keyboard.type('dark theme');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.keyboard.type('csv');
  await expect(chosen(page)).toHaveText('Export all 8 rows as CSV');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  expect(download.suggestedFilename()).toMatch(/_complete_8_.*\.csv$/);
});

test('the sheet lists the keys; no key fires while somebody types or a dialog is open', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '8' });
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 8 loaded');
  await page.keyboard.press('/');
  const search = page.getByRole('textbox', { name: 'Search numbers' });
  await expect(search).toBeFocused();
  await page.keyboard.type('?/');
  await expect(search).toHaveValue('?/');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Columns' }).focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Go to the search box')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(sheet).toBeVisible();
  await expect(palette(page)).toBeHidden();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();
});

test('axe finds nothing, whatever is typed', async ({ page, sharedServer }) => {
  // Reading the whole page twice for each text takes many times as long on a busy machine.
  test.slow();
  const { url } = await sharedServer();
  await openPalette(page, url);
  for (const text of ['', '44', 'country', 'nothing is called this way']) {
    await box(page).fill(text);
    await expectNoViolations(page, `“${text}”`);
  }
});
