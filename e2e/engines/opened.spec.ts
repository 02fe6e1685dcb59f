import { walk } from '../api.ts';
import { expect, test } from './fixtures.ts';
import { few, loadedAhead, openList, readFocus, statusLine } from './page.ts';
import type { Sight } from './sight.ts';
import type { Tab } from './tab.ts';

const hasFocus = (opened: Sight) =>
  opened.evaluate((element) => element.contains(document.activeElement));

test('W19 and E11 Tab goes on inside the menu that a click opened, and Escape back to its button', async ({
  tab,
  serve,
}) => {
  await openList(tab, await serve(few));
  const button = tab.get('button', 'Columns');
  const menu = tab.get('dialog', 'Columns');
  await button.click();
  await expect.poll(() => hasFocus(menu)).toBe(true);
  await tab.press('Tab');
  await expect.poll(() => hasFocus(menu)).toBe(true);
  await tab.press('Escape');
  await expect.poll(() => menu.count()).toBe(0);
  await expect.poll(() => button.isFocused()).toBe(true);
});

/** Presses the mouse button at one place and releases it at another. */
async function drag({ driver }: Tab, from: [number, number], to: [number, number]) {
  await driver.move(...from);
  await driver.down();
  await driver.move(...to);
  await driver.up();
}

test('W19 and E7 a click beside a dialog closes it, a drag out of it does not, and the palette has a button', async ({
  tab,
  serve,
}) => {
  await openList(tab, await serve(few));
  const beside: [number, number] = [40, 700];
  for (const [keys, name] of [
    ['Control+k', 'Commands'],
    ['?', 'Keyboard shortcuts'],
  ] as const) {
    await tab.press(keys);
    const dialog = tab.get('dialog', name);
    await expect.poll(() => dialog.count()).toBe(1);
    const inside = await dialog.evaluate((element): [number, number] => {
      const { left, bottom } = element.getBoundingClientRect();
      return [left + 30, bottom - 12];
    });
    await drag(tab, inside, beside);
    await expect.poll(() => dialog.count()).toBe(1);
    await drag(tab, beside, beside);
    await expect.poll(() => dialog.count()).toBe(0);
  }
  await tab.press('Control+k');
  await tab.get('dialog', 'Commands').get('button', 'Close').click();
  await expect.poll(() => tab.get('dialog', 'Commands').count()).toBe(0);
});

test('E12 Control K closes the palette that it opened, and stays in the page', async ({
  tab,
  serve,
}) => {
  await openList(tab, await serve(few));
  const button = tab.get('button', 'Columns');
  await button.evaluate((element) => element.focus());
  await tab.press('Control+k');
  const palette = tab.get('dialog', 'Commands');
  await expect.poll(() => palette.get('combobox').isFocused()).toBe(true);
  await tab.press('Control+k');
  await expect.poll(() => palette.count()).toBe(0);
  await expect.poll(() => button.isFocused()).toBe(true);
  await expect.poll(() => tab.evaluate(() => document.hasFocus())).toBe(true);
});

test('E2 Control C in the table copies the number', async ({ tab, serve }) => {
  const server = await serve(few);
  const [first] = await walk(server.url);
  const copied = `+${first!.number.replace('+', '')}`;
  await openList(tab, server);
  await tab
    .get('rowheader', new RegExp(first!.number_display.replace('+', '\\+')))
    .evaluate((cell) => cell.focus());
  await tab.press('Control+c');
  await expect.poll(() => tab.get('status', 'Message').text()).toContain(`Copied ${copied}`);
  const search = tab.get('textbox', 'Search numbers');
  await search.click();
  await tab.press('Control+v');
  await expect
    .poll(() => search.evaluate((input) => (input as HTMLInputElement).value))
    .toBe(copied);
});

test('W19 counts have a thousands separator', async ({ tab, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '1310' });
  await tab.open(url);
  await statusLine(tab).get('button', 'Load all').click();
  await expect.poll(() => statusLine(tab).text()).toMatch(/^All 1,310 loaded,/);
});

test('E14 every tab stop has a name', async ({ tab, serve }) => {
  const { url } = await serve();
  await tab.open(url);
  await loadedAhead(tab);
  const seen = new Set<string>();
  for (let steps = 0; steps < 60; steps += 1) {
    await tab.press('Tab');
    seen.add(
      await tab.evaluate(() => {
        const { activeElement: element } = document;
        if (!element || element === document.body) return 'the browser';
        const isNamed =
          element.matches('[aria-label], [aria-labelledby]') ||
          (element.matches('a, button, [role=gridcell], [role=columnheader], [role=rowheader]') &&
            element.textContent.trim() !== '') ||
          (element instanceof HTMLInputElement && (element.labels?.length ?? 0) > 0);
        return isNamed ? 'named' : element.outerHTML.slice(0, 90);
      }),
    );
  }
  seen.delete('the browser');
  expect([...seen]).toEqual(['named']);
});

test('E15 Voice and Messaging stand beside their buttons', async ({ tab, serve }) => {
  await openList(tab, await serve(few));
  for (const name of ['Voice', 'Messaging']) {
    const { label, button } = await tab.get('group', name).evaluate((group) => {
      const middle = (element: Element) => {
        const { left, top, bottom } = element.getBoundingClientRect();
        return { x: left, y: (top + bottom) / 2 };
      };
      return {
        label: middle(group.querySelector('[aria-hidden]')!),
        button: middle(group.querySelector('label')!),
      };
    });
    expect(Math.abs(label.y - button.y)).toBeLessThan(4);
    expect(label.x).toBeLessThan(button.x);
  }
});

test('E16 the sheet of keys says where a column is pinned without Alt', async ({ tab, serve }) => {
  await openList(tab, await serve(few));
  await tab.press('?');
  await expect
    .poll(() => tab.get('dialog', 'Keyboard shortcuts').text())
    .toContain('Pin or unpin the column; use the Columns menu');
  await tab.press('Escape');
  await tab.get('button', 'Columns').click();
  await tab.get('button', 'Pin Type').click();
  await expect.poll(() => tab.get('button', 'Pin Type').attribute('aria-pressed')).toBe('true');
  await expect.poll(() => readFocus(tab)).toBe('Pin Type');
});

test.describe('with a password', () => {
  test.use({ requestsFail: true });

  test('E3 Escape, again and again, does not close the sign-in', async ({ tab, serve }) => {
    const { url } = await serve({ DASHBOARD_PASSWORD: 'correct horse' });
    await tab.open(url);
    const dialog = tab.get('dialog', 'Sign in to Rented Numbers');
    await expect.poll(() => dialog.count()).toBe(1);
    for (const _ of 'abcd') {
      await tab.press('Escape');
      expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
    }
  });
});
