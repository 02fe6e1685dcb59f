import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { allLoaded, loadedAhead } from './table.ts';

const few = { SANDBOX_NUMBERS: '40' };
const isInside = (opened: Locator) =>
  opened.evaluate((element) => element.contains(document.activeElement));

const menus = [/^Views$/, /^Columns$/, /^Export all/];

test('W19 the focus goes into a menu that a mouse or a key opened, and back to its button', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  for (const name of menus) {
    const button = page.getByRole('button', { name }).first();
    for (const open of [() => button.click(), () => button.press('Enter')]) {
      await open();
      const panel = page.getByRole('dialog', { name });
      await expect(panel).toBeVisible();
      await expect.poll(() => isInside(panel)).toBe(true);
      await page.keyboard.press('Tab');
      expect(await isInside(panel), 'Tab goes on inside').toBe(true);
      await expect(panel.locator(':focus')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
      await expect(button).toBeFocused();
    }
  }
});

test('W19 the first entry of a menu gets the focus, and Tab leads back to the button', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const button = page.getByRole('button', { name: 'More', exact: true });
  const panel = page.getByRole('menu', { name: 'More', exact: true });
  for (const open of [() => button.click(), () => button.press('Enter')]) {
    for (const close of ['Tab', 'Escape']) {
      await open();
      await expect(panel.getByRole('menuitem').first()).toBeFocused();
      await page.keyboard.press(close);
      await expect(panel).toBeHidden();
      await expect(button).toBeFocused();
    }
  }
});

test('W19 where a click does not focus a button, as in Safari, closing its menu does', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await page.evaluate(() =>
    addEventListener('mousedown', (event) => event.preventDefault(), { capture: true }),
  );
  const button = page.getByRole('button', { name: 'More', exact: true });
  await button.click();
  const panel = page.getByRole('menu', { name: 'More', exact: true });
  await expect.poll(() => isInside(panel)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(button).toBeFocused();
});

interface Opened {
  name: string;
  width?: number;
  open: (page: Page) => Promise<void>;
}

const dialogs: Opened[] = [
  { name: 'Commands', open: (page) => page.keyboard.press('Control+k') },
  {
    name: 'Keyboard shortcuts',
    async open(page) {
      // A closed dialog may leave the focus in the search box, where `?` would be typed as text.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press('?');
    },
  },
  {
    name: 'Compare with a list of numbers',
    async open(page) {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Compare with a list of numbers' }).click();
    },
  },
  {
    name: 'Filters',
    width: 700,
    open: (page) => page.getByRole('button', { name: 'Filters' }).click(),
  },
];

/** Removes `closedby`, as in a browser that does not know it, also as an attribute. */
const withoutClosedBy = (page: Page) =>
  page.addInitScript(() => {
    Reflect.deleteProperty(HTMLDialogElement.prototype, 'closedBy');
    const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = function set(name, value) {
      if (name !== 'closedby') setAttribute.call(this, name, value);
    };
  });

for (const knowsClosedBy of [true, false]) {
  const where = knowsClosedBy ? 'where the browser closes it' : 'where the page has to';
  test(`E7 a click beside a dialog closes it once, and a drag out of it does not, ${where}`, async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer(few);
    if (!knowsClosedBy) await withoutClosedBy(page);
    await page.addInitScript(() => {
      Object.assign(globalThis, { closings: 0 });
      addEventListener('close', () => Object.assign(globalThis, { closings: closings + 1 }), {
        capture: true,
      });
    });
    await page.goto(url);
    await expect(allLoaded(page)).toBeVisible();
    for (const { name, width = 1440, open } of dialogs) {
      await page.setViewportSize({ width, height: 900 });
      await open(page);
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      const box = (await dialog.boundingBox())!;
      const inside = { x: box.x + 20, y: box.y + box.height - 12 };
      const beside = { x: width - 10, y: 890 };
      for (const [from, to] of [
        [inside, beside],
        [beside, inside],
      ] as const) {
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move(to.x, to.y, { steps: 4 });
        await page.mouse.up();
        await expect(dialog).toBeVisible();
      }
      await page.mouse.click(beside.x, beside.y);
      await expect(dialog).toBeHidden();
    }
    // The browser tells of a closing somewhat later.
    await expect.poll(() => page.evaluate(() => closings)).toBeGreaterThanOrEqual(dialogs.length);
    expect(await page.evaluate(() => closings)).toBe(dialogs.length);
  });
}
declare const closings: number;

test('E7 a finger closes the palette by its button', async ({ browser, sharedServer }) => {
  const { url } = await sharedServer(few);
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await page.getByRole('button', { name: /^Commands/ }).tap();
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const close = palette.getByRole('button', { name: 'Close' });
  const { width, height } = (await close.boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await close.tap();
  await expect(palette).toBeHidden();
  await context.close();
});

test('E14 a scrolling element is a tab stop only if it has a name', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await page.locator('[role=row]').nth(3).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  // Firefox makes every scrolling element without a tabindex a tab stop.
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll('#root *')]
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
      .filter(({ tagName }) => !['TEXTAREA', 'SELECT'].includes(tagName))
      .filter((element) => element.getAttribute('tabindex') !== '-1')
      .filter((element) => !element.matches('[aria-label], [aria-labelledby]'))
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  );
  expect(nameless).toEqual([]);
});

test('E15 Voice and Messaging stand beside their buttons by no float', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  for (const name of ['Voice', 'Messaging']) {
    const group = page.getByRole('group', { name, exact: true });
    const label = (await group.locator('span').first().boundingBox())!;
    const button = (await group.getByText('Any').boundingBox())!;
    expect(Math.abs(label.y + label.height / 2 - button.y - button.height / 2)).toBeLessThan(4);
    expect(label.x).toBeLessThan(button.x);
  }
  expect(
    await page
      .locator('legend')
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).float !== 'none').length),
  ).toBe(0);
});
