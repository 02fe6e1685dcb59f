import type { Page } from '@playwright/test';
import { recordAnnouncements, said } from './announcements.ts';
import { dialled, walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { allLoaded, bodyRows, grid, readTable, toggleColumns } from './table.ts';
import { holdToasts, toast, undo } from './toast.ts';

const few = { SANDBOX_NUMBERS: '60' };
const clearAll = (page: Page) => page.getByRole('button', { name: 'Clear all' });
const openPage = async (page: Page, address: string) => {
  await page.goto(address);
  await expect(bodyRows(page).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeVisible();
};

test.beforeEach(async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await holdToasts(page);
});

test('cleared filters come back by Undo, as they were', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  const filtered = `${url}/?country_code=GB,DE&type=local&q=4&sort=-created`;
  await openPage(page, filtered);
  await clearAll(page).click();
  await expect(page).toHaveURL(`${url}/?sort=-created`);
  await expect(toast(page)).toContainText('Filters cleared');
  await undo(page).click();
  await expect(page).toHaveURL(filtered);
  await expect(toast(page)).toBeHidden();
  await expect(said(page, 'Undone')).toBeAttached();
});

test('F6 leads to the message and back, and Escape dismisses it', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openPage(page, url);
  const cell = bodyRows(page).nth(2).getByRole('rowheader');
  await cell.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(toast(page)).toContainText('Selection cleared');
  await page.keyboard.press('F6');
  await expect(undo(page)).toBeFocused();
  await page.keyboard.press('F6');
  await expect(cell).toBeFocused();
  await page.keyboard.press('F6');
  await page.keyboard.press('Tab');
  await expect(toast(page).getByRole('button', { name: 'Dismiss' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(toast(page)).toBeHidden();
  await expect(cell).toBeFocused();

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('F6Go to the message at the foot of the page, and back');
});

test('a message goes after five seconds, but not while the mouse or the focus is on it', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openPage(page, `${url}/?type=local`);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await clearAll(page).click();
  await page.clock.fastForward(4900);
  await expect(toast(page)).toBeVisible();
  await toast(page).hover();
  await page.clock.fastForward(20_000);
  await expect(toast(page)).toBeVisible();
  await page.mouse.move(700, 300);
  await page.clock.fastForward(4900);
  await page.keyboard.press('F6');
  await page.clock.fastForward(20_000);
  await expect(undo(page)).toBeFocused();
  await page.keyboard.press('F6');
  await page.clock.fastForward(4900);
  await expect(toast(page)).toBeVisible();
  await page.clock.fastForward(200);
  await expect(toast(page)).toBeHidden();
});

test('one message at a time, each announced once', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  const numbers = await walk(url);
  const heard = await recordAnnouncements(page);
  await openPage(page, url);
  const cell = grid(page).getByRole('rowheader', { name: numbers[0]!.number_display });
  await cell.focus();
  await page.keyboard.press('Control+c');
  await expect(toast(page)).toContainText(`Copied ${dialled(numbers[0]!)}`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+c');
  await expect(toast(page)).toContainText(`Copied ${dialled(numbers[1]!)}`);
  await expect(toast(page)).toHaveCount(1);
  await page.keyboard.press('Control+c');
  const copies = async () => (await heard()).filter((text) => text.includes('Copied'));
  await expect
    .poll(copies)
    .toEqual([
      `Copied ${dialled(numbers[0]!)}`,
      `Copied ${dialled(numbers[1]!)}`,
      `Copied ${dialled(numbers[1]!)}`,
    ]);
});

test('a deleted view comes back at its place, and stays the one that is open', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.addInitScript(() => {
    const views = ['First', 'Second', 'Third'].map((name) => ({ name, query: 'type=local' }));
    localStorage.setItem('views', JSON.stringify({ version: 1, views }));
  });
  await openPage(page, `${url}/?type=local&view=Second`);
  await page.getByRole('button', { name: 'View Second' }).click();
  const panel = page.getByRole('region', { name: 'Views' });
  await panel.getByRole('button', { name: 'Delete view Second' }).click();
  await expect(panel.getByRole('listitem')).toHaveText(['First', 'Third']);
  await expect(page).toHaveURL(`${url}/?type=local`);
  await page.keyboard.press('F6');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('listitem')).toHaveText(['First', 'Second', 'Third']);
  await expect(page).toHaveURL(`${url}/?type=local&view=Second`);
  await expect(panel.getByRole('textbox')).toBeFocused();
});

test('a replaced view comes back as it was', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await page.addInitScript(() => {
    if (localStorage.getItem('views') !== null) return;
    const views = [{ name: 'Mine', query: 'type=local' }];
    localStorage.setItem('views', JSON.stringify({ version: 1, views }));
  });
  await openPage(page, `${url}/?type=mobile&view=Mine`);
  await page.getByRole('button', { name: 'Save the changes to view Mine' }).click();
  await expect(toast(page)).toContainText('Saved view Mine');
  await expect(page.getByText('Modified:')).toBeHidden();
  await undo(page).click();
  await expect(page.getByText('Modified:')).toBeVisible();
  await page.getByRole('button', { name: 'Reset to view Mine as saved' }).click();
  await expect(page).toHaveURL(`${url}/?type=local&view=Mine`);
});

test('reset columns come back with order, width and pin', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await openPage(page, url);
  await toggleColumns(page, 'Mode', 'Number SID');
  const header = page.getByRole('columnheader', { name: 'Type' });
  await header.getByRole('button').first().focus();
  await page.keyboard.press('Alt+Shift+P');
  await page.keyboard.press('Shift+ArrowRight');
  const look = () =>
    grid(page)
      .getByRole('columnheader')
      .evaluateAll((headers) =>
        headers.map((one) => [one.textContent, Math.round(one.getBoundingClientRect().width)]),
      );
  const before = await look();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Reset columns' }).click();
  await expect(toast(page)).toContainText('Columns reset');
  await expect.poll(look).not.toEqual(before);
  await undo(page).click();
  await expect.poll(look).toEqual(before);
  await page.reload();
  await expect(allLoaded(page)).toBeVisible();
  await expect.poll(look).toEqual(before);
});

test('a cleared selection comes back, also rows that a filter hides', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openPage(page, url);
  await expect(allLoaded(page)).toBeVisible();
  await bodyRows(page).first().getByRole('rowheader').focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('all 60 rows selected', { ignoreCase: true });
  await page.getByRole('textbox', { name: 'Search numbers' }).fill('44');
  await bar.getByRole('button', { name: 'Clear the selection' }).click();
  await expect(bar).toBeHidden();
  await undo(page).click();
  await expect(bar).toContainText('60 rows selected');
  await expect(bar).toContainText('of them hidden by filters');
});

test('a cleared selection comes back beside rows that were selected since', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openPage(page, url);
  await expect(allLoaded(page)).toBeVisible();
  const bar = page.getByRole('region', { name: 'Selection' });
  for (const at of [0, 2]) await bodyRows(page).nth(at).getByRole('checkbox').click();
  await bar.getByRole('button', { name: 'Clear the selection' }).click();
  await bodyRows(page).nth(4).getByRole('checkbox').click();
  await expect(bar).toContainText('1 row selected');
  await undo(page).click();
  await expect(bar).toContainText('3 rows selected');
  for (const at of [0, 2, 4]) {
    await expect(bodyRows(page).nth(at).getByRole('checkbox')).toBeChecked();
  }
});

test('an accepted finding is open again by Undo, and one opened again is accepted', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openPage(page, `${url}/?check=warning`);
  await bodyRows(page).first().click();
  const findings = page.getByRole('complementary').getByRole('region', { name: /^Checks/ });
  const accept = findings.getByRole('button', { name: /^Accept .*…$/ }).first();
  const takeBack = findings.getByRole('button', { name: /^Undo accepting/ }).first();
  await accept.click();
  await expect(findings.getByRole('form')).toContainText('Stored in this browser');
  await page.keyboard.type('Meant');
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('Accepted for this number in this browser');
  await expect(takeBack).toBeVisible();
  await undo(page).click();
  await expect(takeBack).toBeHidden();

  await accept.click();
  await page.keyboard.type('Meant');
  await page.keyboard.press('Enter');
  await takeBack.click();
  await expect(toast(page)).toContainText('No longer accepted');
  await undo(page).click();
  await expect(takeBack).toBeVisible();
  await expect(findings).toContainText('Meant');
});

test('over a dialog a message is seen and reached, and leaves the dialog open', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openPage(page, url);
  for (const at of [0, 1])
    await page
      .getByRole('checkbox', { name: /^Select/ })
      .nth(at)
      .click();
  await page.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare 2 numbers' });
  const copy = dialog.getByRole('button', { name: 'Copy the comparison' });
  await copy.click();
  await expect(toast(page)).toContainText('Copied the comparison');
  const dismiss = toast(page).getByRole('button', { name: 'Dismiss' });
  await page.keyboard.press('F6');
  await expect(dismiss).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(toast(page)).toBeHidden();
  await expect(dialog).toBeVisible();
  await expect(copy).toBeFocused();

  await copy.press('Enter');
  await dismiss.click();
  await expect(toast(page)).toBeHidden();
  await expect(dialog).toBeVisible();
});

test('a message stays in reach when a dialog opens over the page, and when it closes', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openPage(page, `${url}/?type=local`);
  await clearAll(page).click();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette).toBeVisible();
  await page.keyboard.press('F6');
  await expect(undo(page)).toBeFocused();
  await page.keyboard.press('F6');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await undo(page).click();
  await expect(page).toHaveURL(`${url}/?type=local`);
});

for (const [size, viewport] of [
  ['on a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
] as const) {
  test(`a message does not cover the row acted on, ${size}`, async ({ page, sharedServer }) => {
    const { url } = await sharedServer(few);
    await page.setViewportSize(viewport);
    await openPage(page, url);
    await expect(allLoaded(page)).toBeVisible();
    const box = async () => (await toast(page).boundingBox())!;
    await bodyRows(page).first().getByRole('rowheader').focus();
    const rows = await readTable(page);
    for (const [at, { Number: number = '' }] of rows.entries()) {
      const row = bodyRows(page).nth(at);
      await page.keyboard.press('Control+c');
      // The message of the row before has gone.
      await expect(toast(page)).toContainText(number.replaceAll(' ', ''));
      const { y, height } = (await row.boundingBox())!;
      const covered = await box();
      expect(
        covered.y + covered.height <= y || y + height <= covered.y,
        `row ${at + 1}: ${y}, message: ${covered.y}`,
      ).toBe(true);
      if (y + 2 * height > viewport.height - 48) break;
      await page.keyboard.press('ArrowDown');
    }
  });
}

test('a message covers nothing at the foot of windows of 390 to 1440 pixels, and is not printed', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  for (const width of [390, 1000, 1440]) {
    await test.step(`${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`${url}/?type=local&sort=-created`);
      await expect(bodyRows(page).first()).toBeVisible();
      await clearAll(page).click();
      await expect(toast(page)).toContainText('Filters cleared');
      const { y, height } = (await toast(page).boundingBox())!;
      const foot = (await page.locator('[data-foot]').boundingBox())!;
      expect(y + height).toBeLessThanOrEqual(foot.y);
    });
  }
  await page.emulateMedia({ media: 'print' });
  await expect(toast(page)).toBeHidden();
});
