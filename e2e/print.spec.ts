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

test('no open menu or dialog is printed over the rows', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '60' });
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
  serve,
}) => {
  const { url } = await serve();
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
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '60' });
  await page.addInitScript(() => localStorage.setItem('theme', '"dark"'));
  await page.goto(`${url}/?type=local,mobile&q=4&sort=-created`);
  await expect(statusLine(page)).toContainText('rows match');
  await toggleColumns(page, 'Updated');
  const shown = await grid(page).getByRole('rowheader').count();
  await beginPrinting(page);
  await expect(sheet(page)).toContainText('Type: Local or Mobile · Contains: 4');
  await expect(sheet(page)).toContainText('Sorted by rented');
  await expect(sheet(page).getByRole('columnheader', { name: 'Updated' })).toHaveCount(0);
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

test('the browser’s own printing finds the table there', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '300' });
  await page.goto(url);
  await loadedAhead(page);
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(allLoaded(page)).toBeVisible();
  const pdf = (await page.pdf()).toString('latin1');
  // A single screen of rows would be one page.
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(4);
});

test('E17 no header breaks inside a word, on Letter and A4, with the usual columns and with all', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  /** The header words that break over lines, and the excess width of the table. */
  const look = () =>
    sheet(page).evaluate((element) => {
      const words = [...element.querySelectorAll('th')].flatMap((header) => {
        const walker = document.createTreeWalker(header, NodeFilter.SHOW_TEXT);
        const text = walker.nextNode()!;
        return [...text.textContent!.matchAll(/\S+/g)].map(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          return { word, lines: new Set([...range.getClientRects()].map(({ top }) => top)).size };
        });
      });
      return {
        broken: words.filter(({ lines }) => lines > 1).map(({ word }) => word),
        beyond: element.querySelector('table')!.getBoundingClientRect().right - innerWidth,
      };
    });
  // The width of a landscape sheet in CSS pixels, without its margins of 12 mm.
  const papers = {
    Letter: Math.floor(11 * 96 - (24 / 25.4) * 96),
    A4: Math.floor((273 / 25.4) * 96),
  };
  for (const all of [false, true]) {
    if (all) {
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole('button', { name: 'Columns' }).click();
      const off = page
        .getByRole('dialog', { name: 'Columns' })
        .getByRole('checkbox', { checked: false });
      while ((await off.count()) > 0) await off.first().check();
      await page.keyboard.press('Escape');
    }
    for (const width of Object.values(papers)) {
      await page.setViewportSize({ width, height: 700 });
      await beginPrinting(page);
      await expect(sheet(page).getByRole('columnheader', { name: 'Capabilities' })).toBeVisible();
      const { broken, beyond } = await look();
      expect(broken).toEqual([]);
      expect(beyond).toBeLessThanOrEqual(0);
    }
  }
});

test('nothing for axe to find on the sheet', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '8' });
  await page.goto(`${url}/?voice=true&sort=country`);
  await expect(allLoaded(page)).toBeVisible();
  await beginPrinting(page);
  await expect(sheet(page).getByRole('table')).toBeVisible();
  await expectNoViolations(page);
});
