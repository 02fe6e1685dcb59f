import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { recordAnnouncements } from './announcements.ts';
import { expect, test } from './fixtures.ts';
import { allLoaded, grid } from './table.ts';

// One page of numbers, because a filter by checks loads no further pages by itself.
const few = { SANDBOX_NUMBERS: '20' };

/** The ways in which browsers refuse storage. */
const refusals: Record<string, () => void> = {
  'storage is refused': () =>
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    }),
  'storage is missing': () => Object.defineProperty(globalThis, 'localStorage', { value: null }),
  'storage is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  },
  'storage loses what it takes': () => {
    Storage.prototype.setItem = () => {};
  },
};

async function openRefused(page: Page, url: string, refusal: () => void) {
  await page.addInitScript(refusal);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
}

for (const [where, refusal] of Object.entries(refusals)) {
  test(`W20 where ${where}, a view and what is accepted are said to last until the page is left, and are offered as files`, async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer(few);
    const said = await recordAnnouncements(page);
    await openRefused(page, `${url}/?check=error`, refusal);
    await test.step('a view', async () => {
      await page.getByRole('button', { name: 'Views' }).click();
      const panel = page.getByRole('region', { name: 'Views' });
      await expect(panel).not.toContainText('in this browser');
      await panel.getByRole('textbox', { name: 'View name' }).fill('Mine');
      await page.keyboard.press('Enter');
      await expect(panel.getByRole('button', { name: 'Mine', exact: true })).toBeVisible();
      await expect(panel).toContainText(
        'This browser stores nothing for this page. Views last until you leave',
      );
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        panel.getByRole('button', { name: 'Export' }).click(),
      ]);
      expect(await readFile(await download.path(), 'utf8')).toContain('"Mine"');
      const aboutSaving = (await said()).filter((text) => text.includes('Saved view'));
      expect(aboutSaving).toEqual([expect.stringContaining('until you leave this page')]);
      await page.keyboard.press('Escape');
    });
    await test.step('what is accepted', async () => {
      await grid(page).getByRole('rowheader').first().click();
      const details = page.getByRole('complementary');
      await details
        .getByRole('button', { name: /^Accept .*…$/ })
        .first()
        .click();
      await page.keyboard.press('Enter');
      await expect(details).toContainText('Accepted findings last until you leave');
      const rail = page.getByRole('region', { name: 'Accepted findings' });
      await expect(rail).toContainText(
        '1 accepted finding. This browser stores nothing for this page',
      );
      await expect(rail).not.toContainText('stored in this browser');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        details.getByRole('button', { name: 'Export accepted' }).click(),
      ]);
      expect(JSON.parse(await readFile(await download.path(), 'utf8')).accepted).toHaveLength(1);
      expect((await said()).filter((text) => text.includes('Accepted'))).toEqual([
        expect.stringContaining('Accepted findings last until you leave'),
      ]);
    });
  });
}

test('W20 columns and the theme are said to last until the page is left, and do', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openRefused(page, url, refusals['storage is refused']!);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Type', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Type' })).toBeHidden();
  await expect(page.getByRole('dialog', { name: 'Columns' })).toContainText(
    'Column settings last until you leave',
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Use the dark theme until you leave this page/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('W20 where storage works, nothing is said about it', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(page.getByRole('dialog', { name: 'Columns' })).not.toContainText('until you leave');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views' }).click();
  await expect(page.getByRole('region', { name: 'Views' })).toContainText('in this browser');
  await expect(page.getByText('stores nothing')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Use the dark theme', exact: true })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('probe');
});
