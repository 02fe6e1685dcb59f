import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import {
  bar,
  details,
  phone,
  pressLong,
  selection,
  smallTargets,
  tooWide,
  unseenOverOthers,
} from './finger.ts';
import { expect, test } from './fixtures.ts';
import { bodyRows, statusLine } from './table.ts';

const few = { SANDBOX_NUMBERS: '60' };
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const sheet = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

interface State {
  name: string;
  /** Whether a sheet is opened over the page. */
  isSheet?: true;
  search?: string;
  open(page: Page): Promise<unknown>;
}

const fits = async (page: Page) => {
  await expect.poll(() => smallTargets(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  expect(await unseenOverOthers(page)).toEqual([]);
};

const select = (page: Page) => pressLong(page, bodyRows(page).nth(2), selection(page));

const moreOf = (page: Page, name: RegExp) => async () => {
  await button(page, 'More').tap();
  await sheet(page, 'More').getByRole('button', { name }).tap();
};

const phoneStates: State[] = [
  { name: 'the list', open: async () => {} },
  {
    name: 'filters, a sort and a search in force',
    search: '?country_code=GB,DE,US&type=local,mobile&voice=true&sort=-created&q=4',
    open: (page) => expect(statusLine(page)).toContainText('match'),
  },
  {
    name: 'no match',
    search: '?q=nothing+has+this',
    open: (page) => expect(page.getByRole('heading', { name: /^No match/ })).toBeVisible(),
  },
  {
    name: 'the filters',
    isSheet: true,
    async open(page) {
      await button(page, 'Filters').tap();
      await expect(sheet(page, 'Filters').getByRole('button', { name: /^Errors/ })).toBeAttached();
    },
  },
  {
    name: 'the sort',
    isSheet: true,
    search: '?sort=number',
    async open(page) {
      await button(page, /^Sort/).tap();
      await expect(sheet(page, 'Sort')).toBeVisible();
    },
  },
  {
    name: 'the export',
    isSheet: true,
    async open(page) {
      await button(page, 'Export').tap();
      await expect(sheet(page, 'Export')).toBeVisible();
    },
  },
  {
    name: 'what else there is',
    isSheet: true,
    async open(page) {
      await button(page, 'More').tap();
      await expect(sheet(page, 'More')).toBeVisible();
    },
  },
  {
    name: 'the columns',
    isSheet: true,
    async open(page) {
      await moreOf(page, /^Columns/)();
      await expect(sheet(page, 'Columns')).toBeVisible();
    },
  },
  {
    name: 'the views',
    isSheet: true,
    async open(page) {
      await moreOf(page, /^Views/)();
      await page.getByRole('textbox', { name: 'View name' }).fill('Mine');
      await page.keyboard.press('Enter');
      await expect(sheet(page, 'Views')).toBeHidden();
      await moreOf(page, /^Views/)();
      await expect(button(page, 'Delete view Mine')).toBeVisible();
    },
  },
  {
    name: 'the palette',
    isSheet: true,
    async open(page) {
      await button(page, /^Commands/).tap();
      await expect(page.getByRole('option', { selected: true })).toBeVisible();
    },
  },
  {
    name: 'details with a finding that is being accepted',
    search: '?check=error',
    async open(page) {
      await bodyRows(page).first().tap();
      await details(page)
        .getByRole('button', { name: /^Accept/ })
        .first()
        .tap();
      await expect(page.getByRole('form', { name: 'Accept this finding' })).toBeVisible();
    },
  },
  { name: 'selected rows', open: select },
  {
    name: 'the overview',
    async open(page) {
      await bar(page).getByRole('link', { name: 'Overview' }).tap();
      await expect(page.getByRole('figure', { name: 'Rented by month' })).toBeVisible();
    },
  },
];

const tabletStates: State[] = [
  { name: 'the list', open: async () => {} },
  {
    name: 'filters and a search in force',
    search: '?country_code=GB,DE,US&type=local,mobile&voice=true&sort=-created&q=4',
    open: (page) => expect(statusLine(page)).toContainText('match'),
  },
  {
    name: 'the filters',
    async open(page) {
      if (page.viewportSize()!.width >= 900) return;
      await button(page, 'Filters').tap();
      await expect(sheet(page, 'Filters')).toBeVisible();
    },
  },
  ...(
    [
      ['dialog', /^Columns$/],
      ['dialog', /^Views$/],
      ['dialog', /^Export/],
      ['menu', /^More$/],
    ] as const
  ).map(([role, name]) => ({
    name: `the menu ${name}`,
    async open(page: Page) {
      await button(page, name).tap();
      await expect(page.getByRole(role, { name })).toBeVisible();
    },
  })),
  {
    name: 'details',
    async open(page) {
      await bodyRows(page).nth(1).getByText(/^\+/).tap();
      await expect(details(page)).toBeVisible();
    },
  },
  { name: 'selected rows', open: select },
  {
    name: 'the overview',
    async open(page) {
      await page.getByRole('link', { name: 'Overview' }).tap();
      await expect(page.getByRole('figure', { name: 'Rented by month' })).toBeVisible();
    },
  },
];

test.describe('at 390 pixels', () => {
  test.use(phone);

  for (const [part, states] of [
    ['the page', phoneStates.filter(({ isSheet }) => !isSheet)],
    ['the sheets', phoneStates.filter(({ isSheet }) => isSheet)],
  ] as const) {
    test(`E19 every control is large enough, nothing too wide or unseen, and axe finds nothing: ${part}`, async ({
      page,
      sharedServer,
    }) => {
      // Reading the whole page twice in each state takes many times as long on a busy machine.
      test.slow();
      const { url } = await sharedServer(few);
      for (const { name, search = '', open } of states) {
        await test.step(name, async () => {
          await page.goto(`${url}/${search}`);
          await expect(statusLine(page)).toContainText('loaded');
          await open(page);
          await fits(page);
          await expectNoViolations(page, name);
        });
      }
    });
  }
});

for (const [width, height, states] of [
  [320, 640, phoneStates],
  [768, 1024, tabletStates],
  [1024, 768, tabletStates],
] as const) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height }, hasTouch: true, isMobile: true });

    test('E19 every control is large enough, nothing too wide, and none lies unseen over another', async ({
      page,
      sharedServer,
    }) => {
      test.slow();
      const { url } = await sharedServer(few);
      for (const { name, search = '', open } of states) {
        await test.step(name, async () => {
          await page.goto(`${url}/${search}`);
          await expect(statusLine(page)).toContainText('loaded');
          await open(page);
          await fits(page);
        });
      }
    });
  });
}
