import type { Page } from '@playwright/test';
import { recordAnnouncements, said } from './announcements.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import type { Environment } from './server.ts';
import { bodyRows, grid, loadedAhead, statusLine } from './table.ts';
import { holdToasts, toast, undo } from './toast.ts';

/** A few rows test as much as a full list, in a tenth of the time. */
const few = { SANDBOX_NUMBERS: '8' };
const desk = { width: 1440, height: 900 };
const allFew = (page: Page) => expect(statusLine(page)).toContainText('All 8 loaded');

interface State {
  name: string;
  search?: string;
  size?: { width: number; height: number };
  open(page: Page): Promise<void>;
}

/** What the page shows of a few rows; one test visits the states of a part one after the other. */
const parts: Record<string, State[]> = {
  'the list, its filters and its details': [
    { name: 'the list', open: allFew },
    {
      name: 'filters, a sort and a search in force',
      search: '?type=local&voice=true&sort=-created&q=4',
      open: (page) => expect(statusLine(page)).toContainText('rows match'),
    },
    {
      name: 'open details',
      async open(page) {
        await bodyRows(page).first().click();
        await expect(page.getByRole('complementary')).toBeVisible();
      },
    },
    {
      name: 'open details over the table, with every field explained',
      size: { width: 1024, height: 768 },
      async open(page) {
        await bodyRows(page).first().click();
        await page.getByRole('button', { name: 'Explain the fields' }).click();
        await expect(page.getByText('Can make and receive calls')).toBeVisible();
      },
    },
    {
      name: 'an address with what cannot be read',
      search: '?number=abc',
      open: (page) => expect(page.getByRole('group', { name: /number=abc/ })).toBeVisible(),
    },
    {
      name: 'a refresh without a connection',
      async open(page) {
        const refresh = statusLine(page).getByRole('button', { name: 'Refresh' });
        // The first refresh shows that the code of the second is here.
        await refresh.click();
        await expect(page.getByRole('group', { name: /^Nothing has changed since/ })).toBeVisible();
        await page.context().setOffline(true);
        await refresh.click();
        await expect(page.getByRole('alert')).toContainText('You are offline');
      },
    },
    {
      name: 'the filter sheet of a narrow screen',
      size: { width: 390, height: 844 },
      async open(page) {
        await page.getByRole('button', { name: 'Filters' }).click();
        await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
      },
    },
  ],
  'menus, dialogs and messages': [
    {
      name: 'the columns',
      async open(page) {
        await page.getByRole('button', { name: 'Columns' }).click();
        await expect(page.getByRole('checkbox', { name: 'Number SID' })).toBeVisible();
      },
    },
    {
      name: 'compact rows, a pinned column and a selection',
      async open(page) {
        await page.getByRole('button', { name: 'Columns' }).click();
        await page.getByRole('radio', { name: 'Compact' }).check();
        await page.getByRole('button', { name: 'Pin Rented' }).click();
        await page.keyboard.press('Escape');
        await bodyRows(page).first().getByRole('rowheader').focus();
        await page.keyboard.press('Control+a');
        await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
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
        await page.getByRole('button', { name: 'Compare' }).click();
        await expect(page.getByRole('dialog', { name: 'Compare 2 numbers' })).toBeVisible();
      },
    },
    {
      name: 'a message with Undo',
      search: '?type=local',
      async open(page) {
        await page.getByRole('button', { name: 'Clear all' }).click();
        await expect(undo(page)).toBeVisible();
      },
    },
    {
      name: 'a message over a dialog',
      async open(page) {
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
        for (const at of [0, 1])
          await page
            .getByRole('checkbox', { name: /^Select/ })
            .nth(at)
            .click();
        await page.getByRole('button', { name: 'Compare' }).click();
        await page.getByRole('button', { name: 'Copy the comparison' }).click();
        await expect(toast(page)).toBeVisible();
      },
    },
    {
      name: 'the export',
      async open(page) {
        await page.getByRole('button', { name: 'Export all 8 rows' }).click();
        await expect(page.getByRole('button', { name: /^Excel/ })).toHaveCount(2);
      },
    },
    {
      name: 'the menu of what else there is',
      async open(page) {
        await page.getByRole('button', { name: 'More', exact: true }).click();
        await expect(page.getByRole('menuitem', { name: /^Print/ })).toBeVisible();
      },
    },
  ],
};

/** States that need a server of their own. */
const troubles: (State & { env: Environment })[] = [
  {
    name: 'signing in',
    env: { ...few, DASHBOARD_PASSWORD: 'correct horse' },
    open: (page) => expect(page.getByLabel('Password')).toBeVisible(),
  },
  {
    name: 'a wait that is counted down',
    env: { ...few, SANDBOX_SCENARIO: 'rate-limited-always' },
    open: (page) => expect(page.getByRole('alert')).toContainText(/Retry now \(\d+ s\)/),
  },
  {
    name: 'a search of all numbers under way',
    env: { SANDBOX_NUMBERS: '500', SANDBOX_LATENCY_MS: '400' },
    search: '?q=reception',
    async open(page) {
      await expect(statusLine(page)).toContainText('more available');
      await page.getByRole('textbox', { name: 'Search numbers' }).press('Enter');
      await expect(statusLine(page)).toContainText('Searching all numbers…');
    },
  },
  {
    name: 'a search of all numbers without a match',
    env: { SANDBOX_NUMBERS: '200' },
    search: '?q=nothing+like+this',
    async open(page) {
      await page.getByRole('button', { name: 'Search all numbers' }).click();
      await expect(page.getByRole('heading', { name: /^No matches for/ })).toBeVisible();
    },
  },
  {
    name: 'filters without a connection',
    env: { SANDBOX_NUMBERS: '200' },
    async open(page) {
      await loadedAhead(page);
      await page.context().setOffline(true);
      await page.getByRole('group', { name: 'Voice' }).getByText('Yes', { exact: true }).click();
      await expect(page.getByRole('alert')).toContainText('Offline: filters and search cover');
    },
  },
  {
    name: 'an empty account',
    env: { ...few, SANDBOX_SCENARIO: 'empty' },
    open: (page) => expect(page.getByRole('heading', { name: /rents no numbers/ })).toBeVisible(),
  },
  {
    name: 'a failed first page',
    env: { ...few, SANDBOX_SCENARIO: 'down' },
    open: (page) => expect(page.getByRole('alert')).toBeVisible(),
  },
  {
    name: 'a failed later page',
    env: { SANDBOX_SCENARIO: 'malformed-later', SANDBOX_NUMBERS: '50' },
    size: { width: 1440, height: 500 },
    open: (page) => expect(page.getByRole('alert')).toBeVisible(),
  },
];

test.describe('nothing for axe to find', () => {
  test.use({ requestsFail: true });

  for (const [part, states] of Object.entries(parts)) {
    test(part, async ({ page, sharedServer }) => {
      // Reading the whole page twice in each state takes many times as long on a busy machine.
      test.slow();
      const { url } = await sharedServer(few);
      await holdToasts(page);
      for (const { name, search = '', size = desk, open } of states) {
        await test.step(name, async () => {
          await page.setViewportSize(size);
          await page.goto(`${url}/${search}`);
          await open(page);
          await expectNoViolations(page, name);
          await page.context().setOffline(false);
          await page.evaluate(() => localStorage.clear());
        });
      }
    });
  }

  for (const { name, env, search = '', size = desk, open } of troubles) {
    test(name, async ({ page, serve }) => {
      const { url } = await serve(env);
      await page.setViewportSize(size);
      await holdToasts(page);
      await page.goto(`${url}/${search}`);
      await open(page);
      await expectNoViolations(page);
    });
  }
});

/** The name of the part of the page that has the focus, or the name of the control. */
const stopName = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const part = activeElement?.closest(
      '[role=grid], [role=toolbar], [aria-label="Active filters"]',
    );
    return part?.ariaLabel ?? activeElement?.ariaLabel ?? activeElement?.textContent ?? '';
  });

test('Tab leads from the search box to the table in five stops, and on to the status line', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?voice=true&q=4`);
  await expect(page.getByRole('region', { name: 'Checks by rule' })).toContainText('loaded rows');
  await page.getByRole('textbox', { name: 'Search numbers' }).focus();
  const stops: string[] = [];
  while (stops.at(-1) !== 'Rented numbers' && stops.length < 20) {
    await page.keyboard.press('Tab');
    stops.push(await stopName(page));
  }
  expect(stops).toEqual([
    'Clear search',
    'Values to filter by',
    'Active filters',
    'Views, columns and export',
    'Rented numbers',
  ]);
  for (const stop of stops.toReversed().slice(1)) {
    await page.keyboard.press('Shift+Tab');
    expect(await stopName(page)).toBe(stop);
  }
  for (const _ of stops) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(statusLine(page).locator(':focus')).toHaveCount(1);
});

test('arrow keys lead to every control of the rail and of the toolbar, and letters to a value', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await expect(page.getByRole('region', { name: 'Checks by rule' })).toContainText('loaded rows');
  for (const [name, key] of [
    ['Values to filter by', 'ArrowDown'],
    ['Views, columns and export', 'ArrowRight'],
  ] as const) {
    const toolbar = page.getByRole('toolbar', { name });
    // One radio button of a group stands for it, and its own keys lead to the others.
    const controls = await toolbar.evaluate(
      (element) =>
        [...element.querySelectorAll('button, select, input:checked')].filter(
          (control) =>
            control.checkVisibility() &&
            !control.matches(':disabled, [popover] *, [aria-disabled=true]'),
        ).length,
    );
    await expect(toolbar.locator('[tabindex="0"]')).toHaveCount(1);
    await toolbar.locator('[tabindex="0"]').focus();
    const seen = new Set<string>();
    for (let at = 0; at < controls; at += 1) {
      seen.add(
        await toolbar.evaluate((element) => {
          const all = [...element.querySelectorAll('button, select, input')];
          return String(all.indexOf(document.activeElement!));
        }),
      );
      await page.keyboard.press(key);
    }
    expect(seen.size, name).toBe(controls);
  }

  const rail = page.getByRole('toolbar', { name: 'Values to filter by' });
  await rail.locator('[tabindex="0"]').focus();
  await page.keyboard.type('mob');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(`${url}/?type=mobile`);
  // The rail is entered again where it was left.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Mobile/);
  await page.getByRole('radio', { name: 'Yes' }).first().focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator(':focus')).toHaveRole('button');
  await expect(page).toHaveURL(`${url}/?type=mobile`);
});

test('the first stop of Tab skips to the active cell of the table', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  const link = page.getByRole('link', { name: 'Skip to the table' });
  await expect(link).not.toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport({ ratio: 1 });
  await expectNoViolations(page);
  await page.keyboard.press('Enter');
  await expect(grid(page).locator(':focus')).toHaveText('Number');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(bodyRows(page).nth(1).getByRole('rowheader')).toBeFocused();

  await page.goto(`${url}/?show=overview`);
  await expect(page.getByRole('figure').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the overview' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('arrow keys, Home, End and Page keys walk the grid, and the focus is outlined', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  const outline = () =>
    page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
      return `${outlineStyle} ${outlineWidth}`;
    });
  const focused = () =>
    page.evaluate(() => {
      const cell = document.activeElement?.closest('[role=gridcell], [role=rowheader]');
      return `${cell?.getAttribute('role')} ${cell?.parentElement?.getAttribute('aria-rowindex')}`;
    });
  await bodyRows(page).first().getByRole('rowheader').focus();
  for (const [key, expected] of [
    ['ArrowRight', 'gridcell 2'],
    ['ArrowDown', 'gridcell 3'],
    ['Home', 'rowheader 3'],
    ['End', 'gridcell 3'],
    ['PageDown', 'gridcell 23'],
    ['PageUp', 'gridcell 3'],
    ['Control+Home', 'rowheader 2'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(focused, { message: key }).toBe(expected);
    await expect.poll(outline).toBe('solid 2px');
  }
  await page.keyboard.press('Tab');
  await expect.poll(outline).toBe('solid 2px');
});

test('a change of what is loaded is announced once, not for every page', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '60', SANDBOX_LATENCY_MS: '40' });
  const heard = await recordAnnouncements(page);
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 60 loaded');
  await expect(said(page, /^All 60 loaded/)).toBeAttached();
  const [last, ...before] = (await heard()).reverse();
  expect(last).toMatch(/^All 60 loaded/);
  // A list that is complete before the page has said its first word needs no other.
  expect(before.length).toBeLessThanOrEqual(1);
  for (const words of before) expect(words).toMatch(/^\d+ loaded, more available$/);
});
