import type { CDPSession, Page } from '@playwright/test';
import { said } from './announcements.ts';
import { dialled, walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { allLoaded, bodyRows, grid, loadedAhead } from './table.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const box = (page: Page) => palette(page).getByRole('combobox', { name: 'Number or command' });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const few = { SANDBOX_NUMBERS: '40' };

const held = { alt: 1, ctrl: 2, shift: 8 };

/** Presses a key of another keyboard layout, which Playwright does not know. */
async function press(keyboard: CDPSession, key: string, code: string, modifiers = 0) {
  const event = { key, code, modifiers, windowsVirtualKeyCode: code.charCodeAt(3) };
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

/** Records the keys that the page leaves to the browser. */
const watchLeftKeys = (page: Page) =>
  page.addInitScript(() => {
    const left: string[] = [];
    Object.assign(globalThis, { left });
    addEventListener('keydown', (event) => event.defaultPrevented || left.push(event.code));
  });
const leftKeys = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { left: string[] }).left.splice(0));

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('W13 on Cyrillic, Greek and Arabic keyboards, keys with Ctrl or Alt do what they do on a Latin one', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  const numbers = await walk(url);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const keyboard = await page.context().newCDPSession(page);
  const selection = page.getByRole('region', { name: 'Selection' });
  for (const [at, [layout, k, a, c, p, column]] of (
    [
      ['Cyrillic', 'л', 'ф', 'с', 'З', 'Type'],
      ['Greek', 'κ', 'α', 'ψ', 'Π', 'Country'],
      ['Arabic', 'ن', 'ش', 'ؤ', '؛', 'Rented'],
    ] as const
  ).entries()) {
    await test.step(layout, async () => {
      const number = numbers[at]!;
      const header = page.getByRole('columnheader', { name: column });
      await header.getByRole('button').first().focus();
      await press(keyboard, p, 'KeyP', held.alt | held.shift);
      await expect(said(page, `${column} is pinned`)).toBeAttached();

      await grid(page).getByRole('rowheader', { name: number.number_display }).focus();
      await press(keyboard, c, 'KeyC', held.ctrl);
      await expect.poll(() => clipboard(page)).toBe(dialled(number));
      await press(keyboard, a, 'KeyA', held.ctrl);
      await expect(selection).toContainText('all 40 rows selected');
      await page.keyboard.press('Escape');
      await expect(selection).toBeHidden();
      await press(keyboard, k, 'KeyK', held.ctrl);
      await expect(box(page)).toBeFocused();
      await press(keyboard, k, 'KeyK', held.ctrl);
      await expect(palette(page)).toBeHidden();
    });
  }
});

test('W13 the keys of an input method do nothing else, wherever the focus is', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const composing = (key: string, how: { isComposing?: boolean; keyCode?: number }) =>
    page.evaluate(
      (init) =>
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
        ),
      { key, ...how },
    );
  // The first is the standard's form, the second is what Safari sends after the word is accepted.
  for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
    await page.keyboard.press('Control+k');
    await box(page).fill('dark theme');
    await composing('Enter', how);
    await composing('ArrowDown', how);
    await expect(palette(page).getByRole('option', { selected: true })).toHaveText(
      'Use the dark theme',
    );
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('Escape');

    const search = page.getByRole('textbox', { name: 'Search numbers' });
    await search.fill('44');
    await composing('Escape', how);
    await expect(search).toHaveValue('44');
    await search.fill('');
    await bodyRows(page).first().getByRole('rowheader').focus();
    await composing('Enter', how);
    await expect(page.getByRole('complementary')).toBeHidden();
  }
});

test('W13 Enter that accepts a word of an input method runs no command', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', {
    text: 'dark',
    selectionStart: 4,
    selectionEnd: 4,
  });
  await expect(box(page)).toHaveValue('dark');
  await expect(palette(page).getByRole('option', { selected: true })).toHaveText(
    'Use the dark theme',
  );
  await keyboard.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await keyboard.send('Input.insertText', { text: 'dark theme' });
  await expect(box(page)).toHaveValue('dark theme');
  await expect(palette(page)).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('E12 Ctrl K never leads to the address bar: it closes the palette, and waits behind a dialog', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await watchLeftKeys(page);
  await page.goto(url);
  await loadedAhead(page);
  const columns = page.getByRole('button', { name: 'Columns' });
  await columns.focus();
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeHidden();
  await expect(columns).toBeFocused();

  const more = page.getByRole('button', { name: 'More', exact: true });
  for (const [action, name] of [
    ['Keyboard shortcuts', 'Keyboard shortcuts'],
    ['Compare with a list of numbers', 'Compare with a list of numbers'],
  ] as const) {
    await more.click();
    await page.getByRole('menuitem', { name: action }).click();
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(dialog).toBeVisible();
    await expect(palette(page)).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  expect(await leftKeys(page)).not.toContain('KeyK');

  await columns.click();
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
});

test('E2 Ctrl C in the table copies, and the browser does not copy over it', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  const [first] = await walk(url);
  await watchLeftKeys(page);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const cell = grid(page).getByRole('rowheader', { name: first!.number_display });
  await cell.focus();
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(page)).toBe(dialled(first!));
  expect(await leftKeys(page)).not.toContain('KeyC');

  // The browser itself copies selected text.
  await cell.getByText(first!.number_display).selectText();
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(page)).toBe(first!.number_display);
  expect(await leftKeys(page)).toContain('KeyC');
});
