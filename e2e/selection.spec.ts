import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { said } from './announcements.ts';
import { dialled, walk } from './api.ts';
import { countryName } from './country-name.ts';
import { expect, test } from './fixtures.ts';
import {
  bodyRows,
  grid,
  loadAll,
  loadedAhead,
  scrollUntil,
  sortButton,
  statusLine,
} from './table.ts';
import { toast } from './toast.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
const selectedRows = (page: Page) => grid(page).getByRole('row', { selected: true });
const box = (page: Page, number: string) =>
  page.getByRole('checkbox', { name: `Select ${number}`, exact: true });

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('boxes select rows, and Shift all between them, those off screen too', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await expect(grid(page)).toHaveAttribute('aria-multiselectable', 'true');

  await box(page, numbers[0]!.number).click();
  await expect(bar(page)).toContainText('1 loaded row selected');
  await expect(page.getByRole('complementary')).toBeHidden();
  await scrollUntil(page, box(page, numbers[95]!.number));
  await box(page, numbers[95]!.number).click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('96 loaded rows selected');
  await expect(said(page, '96 loaded rows selected')).toBeAttached();
  await box(page, numbers[95]!.number).click();
  await expect(bar(page)).toContainText('95 loaded rows selected');
});

test('the keyboard selects, extends, takes back and clears', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await bodyRows(page).first().getByRole('rowheader').focus();
  await page.keyboard.press('Space');
  await expect(selectedRows(page)).toHaveCount(1);
  for (const _ of 'abc') await page.keyboard.press('Shift+ArrowDown');
  await expect(selectedRows(page)).toHaveCount(4);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(selectedRows(page)).toHaveCount(3);
  await expect(bodyRows(page).nth(2).getByRole('rowheader')).toBeFocused();
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText('100 loaded rows selected');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(said(page, 'Selection cleared')).toBeAttached();
  await expect(bodyRows(page).nth(2).getByRole('rowheader')).toBeFocused();
});

test('a selection outlives a sort, a search and more rows', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  const [first] = numbers;
  await page.goto(url);
  await loadedAhead(page);
  await box(page, first!.number).click();
  await sortButton(page, 'Number').click();
  await expect(bar(page)).toContainText('1 loaded row selected');
  await loadAll(page);
  await expect(bar(page)).toContainText('1 row selected');
  await page.getByRole('textbox', { name: 'Search numbers' }).fill('0000000');
  await expect(bar(page)).toContainText('1 of them hidden by filters');
  await page.getByRole('textbox', { name: 'Search numbers' }).fill('');
  await expect(bar(page)).not.toContainText('hidden');
  await sortButton(page, 'Number').click();
  await sortButton(page, 'Number').click();
  await expect(box(page, first!.number)).toBeChecked();
});

test('all loaded rows offer to load and select the rest', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await bodyRows(page).first().getByRole('rowheader').focus();
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText('100 loaded rows selected');
  await expect(bar(page)).toContainText('More are available.');
  // Without shown rows there is no rest to select.
  const search = page.getByRole('textbox', { name: 'Search numbers' });
  await search.fill('0000000');
  await expect(bar(page)).toContainText('100 of them hidden by filters');
  await expect(bar(page)).not.toContainText('More are available.');
  await search.fill('');
  await bar(page).getByRole('button', { name: 'Load the rest and select it' }).click();
  await expect(bar(page)).toContainText('All 500 rows selected', { ignoreCase: true });
  await expect(statusLine(page)).toContainText('All 500 loaded');
  await expect(bar(page)).not.toContainText('More are available');
});

test('the selection is copied and exported, and nothing else', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await box(page, numbers[1]!.number).click();
  await box(page, numbers[3]!.number).click();
  await bar(page).getByRole('button', { name: 'Copy' }).click();
  await expect(said(page, 'Copied 2 rows')).toBeAttached();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const lines = text.split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]?.split('\t')[0]).toBe(dialled(numbers[1]!));
  expect(lines[2]?.split('\t')[0]).toBe(dialled(numbers[3]!));

  await bar(page).getByRole('button', { name: 'Export the selection' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^CSV/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^rented-numbers_selected_2_/);
});

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const copiedNumbers = async (page: Page) =>
  (await clipboard(page))
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0]);

test('a filter that Apifonica answers keeps selected rows, and everything acts on them', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  const [first] = numbers;
  const second = numbers.slice(0, 100).find(({ type }) => type !== first!.type)!;
  await page.goto(url);
  await loadedAhead(page);
  await box(page, second.number).click();
  await box(page, first!.number).click();
  await page
    .getByRole('region', { name: 'Type' })
    .getByRole('button', { name: /^(Local|Mobile|Toll-free|SIP)/ })
    .filter({
      hasText: { local: 'Local', mobile: 'Mobile', toll_free: 'Toll-free', sip: 'SIP' }[
        first!.type
      ]!,
    })
    .click();
  await expect(bar(page)).toContainText('2 rows selected');
  await expect(bar(page)).toContainText('1 of them hidden by filters');
  const both = [dialled(first!), dialled(second)];

  // By keys, with the focus on another cell.
  await bodyRows(page).nth(3).locator('[data-column=type]').focus();
  await page.keyboard.press('Control+c');
  await expect(said(page, 'Copied 2 rows')).toBeAttached();
  await expect.poll(() => copiedNumbers(page)).toEqual(both);

  await bodyRows(page).nth(3).locator('[data-column=type]').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy 2 selected rows' }).click();
  await expect.poll(() => copiedNumbers(page)).toEqual(both);
  await bodyRows(page).nth(3).locator('[data-column=type]').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Compare 2 selected rows' }).click();
  const comparison = page.getByRole('dialog', { name: 'Compare 2 numbers' });
  await expect(comparison.getByRole('columnheader')).toHaveText([
    'Field',
    first!.number_display,
    second.number_display,
  ]);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Number or command' }).fill('copy selected');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toHaveText(
    'Copy 2 selected rows',
  );
  await page.keyboard.press('Enter');
  await expect.poll(() => copiedNumbers(page)).toEqual(both);

  await page.getByRole('button', { name: /^Export \d+ loaded rows$/ }).click();
  const choices = page.getByRole('region', { name: 'Export 2 selected rows' });
  await expect(page.locator(':popover-open').getByRole('region').first()).toHaveAccessibleName(
    'Export 2 selected rows',
  );
  const download = page.waitForEvent('download');
  await choices.getByRole('button', { name: /^CSV/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^rented-numbers_.*selected_2_/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual([first!.number, second.number]);

  await page.getByRole('button', { name: /^Remove filter Type/ }).click();
  await expect(bar(page)).not.toContainText('hidden');
  await expect(box(page, second.number)).toBeChecked();
});

test('without a selection, Ctrl C copies the cell', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const [first] = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await bodyRows(page).first().locator('[data-column=country]').focus();
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(page)).toBe(first!.country_code);
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(page)).toBe(dialled(first!));
});

test('a number has buttons to open and to copy it, which are no tab stops', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const [first, second] = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  const open = page.getByRole('button', { name: `Open ${second!.number_display}`, exact: true });
  const copy = page.getByRole('button', { name: `Copy ${dialled(second!)}`, exact: true });
  await page.mouse.move(5, 5);
  await expect(open).toBeHidden();
  await bodyRows(page).nth(1).locator('[data-column=type]').focus();
  await expect(open).toBeVisible();
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
  await bodyRows(page).first().locator('[data-column=type]').focus();
  await expect(open).toBeHidden();
  await bodyRows(page).nth(1).locator('[data-column=type]').hover();
  await expect(open).toBeVisible();
  await copy.click();
  await expect.poll(() => clipboard(page)).toBe(dialled(second!));
  await expect(page.getByRole('complementary')).toBeHidden();
  await open.click();
  await expect(page.getByRole('complementary')).toContainText(second!.number_display);
  await page.keyboard.press('Escape');
  await bodyRows(page).first().getByRole('rowheader').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Open details' }).click();
  await expect(page.getByRole('complementary')).toContainText(first!.number_display);
});

test('the palette compares two to four selected numbers', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  const find = async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Number or command' }).fill('compare selected');
  };
  await box(page, numbers[0]!.number).click();
  await find();
  await expect(page.getByRole('option', { name: /^Compare \d/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await box(page, numbers[1]!.number).click();
  await find();
  await page.getByRole('option', { name: 'Compare 2 selected rows' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare 2 numbers' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('two to four numbers are compared, with what differs in words', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  const compare = bar(page).getByRole('button', { name: 'Compare' });
  await box(page, numbers[0]!.number).click();
  await expect(compare).toBeDisabled();
  await expect(compare).toHaveAccessibleDescription('Select two to four numbers to compare');
  // Whoever presses the button all the same reads why nothing opens.
  await compare.click({ force: true });
  await expect(toast(page)).toContainText('Select two to four numbers to compare');
  await box(page, numbers[1]!.number).click();
  await compare.click();
  const dialog = page.getByRole('dialog', { name: 'Compare 2 numbers' });
  const headers = dialog.getByRole('columnheader');
  await expect(headers).toHaveText([
    'Field',
    numbers[0]!.number_display,
    numbers[1]!.number_display,
  ]);
  await expect(dialog.getByRole('rowheader', { name: 'Differs: Number SID' })).toBeVisible();
  await expect(dialog.getByRole('rowheader', { name: 'Account SID', exact: true })).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Only differences' }).check();
  await expect(dialog.getByRole('rowheader', { name: 'Account SID', exact: true })).toBeHidden();
  await dialog.getByRole('button', { name: 'Copy the comparison' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('Number SID');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(compare).toBeFocused();
  await expect(bar(page)).toContainText('2 loaded rows selected');
});

test('a value in the details shows the numbers that have it too', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const [first] = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await bodyRows(page).first().getByRole('rowheader').focus();
  await page.keyboard.press('Enter');
  const details = page.getByRole('complementary');
  await details.getByRole('button', { name: 'Show only numbers with this country' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url}/?country_code=${first!.country_code}`);
  await expect(details).toBeHidden();
  await expect(bodyRows(page).first()).toContainText(countryName(first!));
  await page.goBack();
  await expect(details).toBeVisible();
  await details
    .getByRole('button', { name: 'Show only numbers with this voice capability' })
    .click();
  await expect(page).toHaveURL(/\?voice=(true|false)$/);
});
