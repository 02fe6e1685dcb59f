import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { allLoaded, bodyRows } from './table.ts';

const few = { SANDBOX_NUMBERS: '8' };
const desk = { width: 1440, height: 900 };
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

interface State {
  name: string;
  size?: { width: number; height: number };
  open(page: Page): Promise<void>;
}

/**
 * Everything that lies above the page; with forced colours it has no shadows and no colours of its
 * own.
 */
const states: State[] = [
  {
    name: 'the palette',
    async open(page) {
      await button(page, 'Commands').click();
      const palette = page.getByRole('dialog', { name: 'Commands' });
      await expect(palette.getByRole('option', { selected: true })).toBeVisible();
    },
  },
  {
    name: 'the sheet of keys',
    async open(page) {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
  {
    name: 'a comparison',
    async open(page) {
      for (const at of [0, 1])
        await page
          .getByRole('checkbox', { name: /^Select/ })
          .nth(at)
          .click();
      await button(page, 'Compare').click();
      await expect(page.getByRole('dialog', { name: 'Compare 2 numbers' })).toBeVisible();
    },
  },
  {
    name: 'a list that is compared',
    async open(page) {
      const number = (await bodyRows(page).first().getByRole('rowheader').textContent()) ?? '';
      await button(page, 'Commands').click();
      await page.keyboard.type('compare with');
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'Your numbers' }).fill(`${number}\nno number`);
      await expect(page.getByRole('region', { name: 'In both' })).toBeVisible();
    },
  },
  {
    name: 'the views',
    async open(page) {
      await button(page, 'Views').click();
      await page.getByRole('textbox', { name: 'View name' }).fill('Mine');
      await page.keyboard.press('Enter');
      await button(page, 'Mine').click();
      await expect(button(page, 'Delete view Mine')).toBeVisible();
    },
  },
  {
    name: 'the columns',
    async open(page) {
      await button(page, 'Columns').click();
      await button(page, 'Pin Rented').click();
    },
  },
  {
    name: 'a finding that is being accepted in the details',
    async open(page) {
      await page.getByRole('navigation', { name: 'Filters' }).waitFor();
      await button(page, /^(Errors|Warnings|Notices) \d/)
        .first()
        .click();
      await bodyRows(page).first().click();
      await button(page, /^Accept/)
        .first()
        .click();
      await expect(page.getByRole('form', { name: 'Accept this finding' })).toBeVisible();
    },
  },
  {
    name: 'the filters of a narrow screen',
    size: { width: 390, height: 844 },
    async open(page) {
      await button(page, 'Filters').click();
      await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
    },
  },
];

test('with forced colours nothing for axe to find in what lies above the page', async ({
  page,
  sharedServer,
}) => {
  // Reading the whole page twice in each state takes many times as long on a busy machine.
  test.slow();
  const { url } = await sharedServer(few);
  await page.emulateMedia({ forcedColors: 'active' });
  for (const { name, size = desk, open } of states) {
    await test.step(name, async () => {
      await page.setViewportSize(size);
      await page.goto(url);
      await expect(allLoaded(page)).toBeVisible();
      await open(page);
      await expectNoViolations(page, name);
      await page.evaluate(() => localStorage.clear());
    });
  }
});
