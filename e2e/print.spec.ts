import type { Page } from '@playwright/test';
import { walk } from './api.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { allLoaded, grid, loadedAhead, statusLine, toggleColumns } from './table.ts';

const sheet = (page: Page) => page.getByRole('main', { name: 'Print' });

/** The steps of the browser before it prints. */
async function beginPrinting(page: Page) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
}

test('no open menu or dialog is printed over the rows', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Views' })).toBeVisible();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys).toBeVisible();
  await beginPrinting(page);
  await expect(sheet(page).getByRole('row').first()).toBeVisible();
  await expect(keys).toBeHidden();
});

test('prints every row shown as a plain table, with filters, scope and time, and no controls', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await expect(page.getByRole('button', { name: 'Views' })).toBeVisible();
  await beginPrinting(page);
  await expect(sheet(page)).toContainText('100 loaded, more available');
  await expect(sheet(page)).toContainText(/Printed .*\d/);
  await expect(sheet(page).getByRole('row')).toHaveCount(101);
  await expect(sheet(page).locator('tbody td:first-child')).toHaveText(
    numbers.slice(0, 100).map((number) => number.number_display),
  );
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(grid(page)).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
    'light',
  );

  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(sheet(page)).toHaveCount(0);
  await expect(grid(page)).toBeVisible();
});

test('filters, sort and hidden columns hold on paper, and the dark theme does not', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.addInitScript(() => localStorage.setItem('theme', '"dark"'));
  await page.goto(`${url}/?type=local,mobile&q=4&sort=-created`);
  await expect(statusLine(page)).toContainText('rows match');
  await toggleColumns(page, 'Capabilities');
  const shown = await grid(page).getByRole('rowheader').count();
  await beginPrinting(page);
  await expect(sheet(page)).toContainText('Type: Local or Mobile · Contains: 4');
  await expect(sheet(page)).toContainText('Sorted by rented');
  await expect(sheet(page).getByRole('columnheader', { name: 'Capabilities' })).toHaveCount(0);
  expect(await sheet(page).locator('tbody tr').count()).toBeGreaterThanOrEqual(shown);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
    'light',
  );
});

test('says how many rows of a long list are left out', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '2100' });
  await page.goto(url);
  await loadedAhead(page);
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(allLoaded(page)).toBeVisible();
  await beginPrinting(page);
  // Not by role, because computing the roles of twenty thousand cells takes minutes.
  await expect(page.getByText('100 are not printed')).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(2000);
});

test('the browser’s own printing finds the table there', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '300' });
  await page.goto(url);
  await loadedAhead(page);
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(allLoaded(page)).toBeVisible();
  const pdf = (await page.pdf()).toString('latin1');
  // A single screen of rows would be one page.
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(4);
});

/** The room between margins of 12 mm on a sheet, in CSS pixels. */
const inside = (millimetres: number) => Math.floor(((millimetres - 24) / 25.4) * 96);
const papers = {
  'A4, portrait': inside(210),
  'Letter, portrait': inside(215.9),
  'Letter, landscape': inside(279.4),
  'A4, landscape': inside(297),
};

/** The words of the sheet that break over lines, and the excess width of its content. */
const lookAtWords = (page: Page) =>
  sheet(page).evaluate((element) => {
    const broken: string[] = [];
    const walker = document.createTreeWalker(element.querySelector('table')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      // An address may break behind its marks.
      for (const { 0: word, index } of text.data.matchAll(/[^\s/?&=._%-]+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) broken.push(word);
      }
    }
    return { broken, beyond: element.scrollWidth - innerWidth };
  });

test('E17 no word breaks on any paper, with the usual columns and with all', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const { width: desk, height } = page.viewportSize()!;
  for (const columns of ['the usual columns', 'all columns'] as const) {
    await test.step(columns, async () => {
      if (columns === 'all columns') {
        await page.setViewportSize({ width: desk, height });
        await page.getByRole('button', { name: 'Columns' }).click();
        const off = page
          .getByRole('dialog', { name: 'Columns' })
          .getByRole('checkbox', { checked: false });
        while ((await off.count()) > 0) await off.first().check();
        await page.keyboard.press('Escape');
      }
      const names = await grid(page).getByRole('columnheader').allTextContents();
      for (const [paper, width] of Object.entries(papers)) {
        await page.setViewportSize({ width, height: 700 });
        await beginPrinting(page);
        const first = sheet(page).locator('tbody tr').first();
        await expect(first.locator('td').first()).toBeVisible();
        const { broken, beyond } = await lookAtWords(page);
        expect(broken, paper).toEqual([]);
        expect(beyond, paper).toBeLessThanOrEqual(0);
        // Every value has its label: above it, or before it.
        const isTable = await sheet(page).getByRole('columnheader').first().isVisible();
        const labels = isTable
          ? await sheet(page).getByRole('columnheader').allTextContents()
          : await first
              .locator('td')
              .evaluateAll((cells) =>
                cells.map((cell) =>
                  getComputedStyle(cell, '::before').content.split('"')[1]!.trim(),
                ),
              );
        expect(labels, paper).toHaveLength(names.length);
        await page.emulateMedia({ media: 'screen' });
        await page.evaluate(() => dispatchEvent(new Event('afterprint')));
        await expect(sheet(page)).toHaveCount(0);
      }
    });
  }
});

test('nothing for axe to find on the sheet', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '8' });
  await page.goto(`${url}/?voice=true&sort=country`);
  await expect(allLoaded(page)).toBeVisible();
  await beginPrinting(page);
  await expect(sheet(page).getByRole('table')).toBeVisible();
  await expectNoViolations(page);
});
