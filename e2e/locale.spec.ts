import type { Locator, Page } from '@playwright/test';
import { walk } from './api.ts';
import { countryName } from './country-name.ts';
import { expect, test } from './fixtures.ts';
import { facet } from './rail.ts';
import { grid, sortButton, statusLine } from './table.ts';

/** The row of index 1, because rows stand in the document in any order. */
const firstRow = (page: Page) => grid(page).locator('[role=row][aria-rowindex="2"]');

/** Where a browser of this language draws the parts of a date, from left to right. */
type DatePart = 'day' | 'month' | 'year';

const browsers: {
  locale: string;
  /** A digit as the reader writes it. */
  digit: string;
  thousands: string;
  parts: DatePart[];
}[] = [
  { locale: 'de-DE', digit: '\\d', thousands: '1.310', parts: ['day', 'month', 'year'] },
  { locale: 'ja-JP', digit: '\\d', thousands: '1,310', parts: ['year', 'month', 'day'] },
  { locale: 'he-IL', digit: '\\d', thousands: '1,310', parts: ['year', 'month', 'day'] },
  { locale: 'ar-EG', digit: '[٠-٩]', thousands: '١٬٣١٠', parts: ['year', 'month', 'day'] },
];

/** The left edge at which each of some texts is drawn within an element, in their order. */
const leftEdges = (element: Locator, texts: readonly string[]) =>
  element.evaluate((root, wanted) => {
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    return wanted.map((text) => {
      const node = nodes.find(({ data }) => data.includes(text));
      if (!node) throw new Error(`"${root.textContent}" has no "${text}"`);
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(text));
      range.setEnd(node, node.data.indexOf(text) + text.length);
      return range.getBoundingClientRect().left;
    });
  }, texts);

const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);

/** The parts of a date in a browser of this language. */
function writtenParts(locale: string, iso: string): Record<DatePart, string> {
  const parts = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeZone: 'Europe/Berlin',
  }).formatToParts(new Date(iso));
  const of = (wanted: DatePart) => parts.find(({ type }) => type === wanted)!.value;
  return { day: of('day'), month: of('month'), year: of('year') };
}

for (const { locale, digit, thousands, parts } of browsers) {
  test.describe(locale, () => {
    test.use({ locale, timezoneId: 'Europe/Berlin' });

    test('dates and counts are as the reader writes them, countries are in English', async ({
      page,
      serve,
    }) => {
      const { url } = await serve({ SANDBOX_NUMBERS: '1310' });
      await page.goto(url);
      await page.getByRole('button', { name: 'Load all', exact: true }).click();
      await expect(statusLine(page)).toContainText(
        new RegExp(`All \u2068?${thousands}\u2069? loaded, .*${digit}:${digit}`),
      );
      const search = page.getByRole('textbox', { name: 'Search numbers' });
      await search.fill('kingdom');
      await expect(firstRow(page)).toContainText('United Kingdom');
      await expect(firstRow(page).locator('time').first()).toContainText(new RegExp(`${digit}{4}`));
      await search.fill('');
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await expect(page.getByRole('menuitem', { name: /^Print/ })).toContainText(
        new RegExp(`Up to \u2068?${digit}\\D?${digit}{3}\u2069? rows`),
      );
      await page.keyboard.press('Escape');
      await facet(page, 'Country').getByRole('button', { name: 'United Kingdom' }).click();
      await expect(
        page.getByRole('button', { name: 'Remove filter Country United Kingdom' }),
      ).toBeVisible();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Number or command' }).fill('croatia');
      await expect(page.getByRole('option', { name: 'Country: Croatia' })).toBeVisible();
    });

    test('a date reads in its own direction, and English words keep their places', async ({
      page,
      sharedServer,
    }) => {
      const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
      const [row] = await walk(url);
      await page.goto(url);
      await expect(statusLine(page)).toContainText('loaded');
      const written = writtenParts(locale, row!.created);
      const inOrder = parts.map((part) => written[part]);
      // A month in digits may be the same text as the day.
      const isTold = new Set(inOrder).size === inOrder.length;
      expect(isTold, 'the parts of the date can be told apart').toBe(true);

      const day = firstRow(page).locator('time').first();
      const inCell = await leftEdges(day, inOrder);
      expect(inCell).toEqual(ascending(inCell));

      await firstRow(page).click();
      const summary = page.getByRole('complementary').getByText(/ · rented /);
      const inSummary = await leftEdges(summary, ['rented', ...inOrder]);
      expect(inSummary).toEqual(ascending(inSummary));

      const status = statusLine(page).getByText(/loaded/);
      const [loaded, minutes] = await leftEdges(status, ['loaded', ':']);
      expect(minutes).toBeGreaterThan(loaded!);

      await page.goto(`${url}/?rented=2023-03..2024-05`);
      const chip = page.getByRole('button', { name: /^Remove filter Rented/ });
      const years = ['2023-03-15', '2024-05-15'].map((day) => writtenParts(locale, day).year);
      const inChip = await leftEdges(chip, [years[0]!, 'to', years[1]!]);
      expect(inChip).toEqual(ascending(inChip));
    });
  });
}

test.describe('names in a German browser', () => {
  test.use({ locale: 'de-DE' });

  test('a sort by country follows the names that are shown', async ({ page, sharedServer }) => {
    const { url } = await sharedServer();
    const names = [...new Set((await walk(url)).map((number) => countryName(number)))].sort(
      new Intl.Collator('en').compare,
    );

    await page.goto(url);
    await page.getByRole('button', { name: 'Load all', exact: true }).click();
    await expect(statusLine(page)).toContainText('All 500 loaded');
    const header = sortButton(page, 'Country');
    await header.click();
    await expect(firstRow(page)).toContainText(names[0]!);
    await header.click();
    await expect(firstRow(page)).toContainText(names.at(-1)!);
  });
});
