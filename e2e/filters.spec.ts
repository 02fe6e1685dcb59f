import type { Page } from '@playwright/test';
import { type ApiNumber, walk } from './api.ts';
import { countryName } from './country-name.ts';
import { expect, test } from './fixtures.ts';
import { facetCounts, facetValue } from './rail.ts';
import { watchQueries } from './requests.ts';
import {
  allLoaded,
  bodyRows,
  grid,
  loadedAhead,
  readList,
  scrollUntil,
  sortButton,
  statusLine,
  type TableRow,
} from './table.ts';

const rail = (page: Page) => page.getByRole('navigation', { name: 'Filters' });
const chips = (page: Page) => page.getByRole('list', { name: 'Active filters' });
const capability = (page: Page, name: string, answer: string) =>
  rail(page).getByRole('group', { name }).getByText(answer, { exact: true });

const answered = (page: Page, name: string, answer: string) =>
  rail(page).getByRole('group', { name }).getByRole('radio', { name: answer });

/** The cells of a row that filters concern, as the table shows them. */
const shownAs = (number: ApiNumber, at: number) => ({
  index: String(at + 1),
  Number: number.number_display,
  Country: countryName(number),
  Type: { local: 'Local', mobile: 'Mobile', toll_free: 'Toll-free', sip: 'SIP' }[number.type],
  Capabilities: `Voice${number.voice ? '' : ' off'}SMS${number.messaging ? '' : ' off'}`,
});
const filtered = ({ index, Number: number, Country, Type, Capabilities }: TableRow) => ({
  index,
  Number: number,
  Country,
  Type,
  Capabilities,
});

interface FilterCase {
  name: string;
  filters: Record<string, string>;
  choose: (page: Page) => Promise<unknown>;
  chip: string[];
}

const cases: FilterCase[] = [
  {
    name: 'a country of the rail',
    filters: { country_code: 'GB' },
    choose: (page) =>
      rail(page)
        .getByRole('region', { name: 'Country' })
        .getByRole('button', { name: /^United Kingdom/ })
        .click(),
    chip: ['Country United Kingdom'],
  },
  {
    name: 'any other country',
    filters: { country_code: 'SE' },
    choose: (page) =>
      page.getByRole('combobox', { name: 'Any other country' }).selectOption('Sweden'),
    chip: ['Country Sweden'],
  },
  {
    name: 'a type',
    filters: { type: 'toll_free' },
    choose: (page) =>
      rail(page)
        .getByRole('button', { name: /^Toll-free/ })
        .click(),
    chip: ['Type Toll-free'],
  },
  {
    name: 'numbers without voice',
    filters: { voice: 'false' },
    choose: (page) => capability(page, 'Voice', 'No').click(),
    chip: ['Voice No'],
  },
  {
    name: 'numbers with messaging',
    filters: { messaging: 'true' },
    choose: (page) => capability(page, 'Messaging', 'Yes').click(),
    chip: ['Messaging Yes'],
  },
  {
    name: 'three filters together',
    filters: { type: 'local', voice: 'true', messaging: 'false' },
    async choose(page) {
      await rail(page)
        .getByRole('button', { name: /^Local/ })
        .click();
      await capability(page, 'Voice', 'Yes').click();
      await capability(page, 'Messaging', 'No').click();
    },
    chip: ['Type Local', 'Voice Yes', 'Messaging No'],
  },
];

test('filters by each part of the rail, and by several together', async ({
  page,
  sharedServer,
}) => {
  // Six lists are read from top to end.
  test.slow();
  const { url } = await sharedServer();
  for (const { name, filters, choose, chip } of cases) {
    await test.step(name, async () => {
      const expected = await walk(url, filters);
      expect(expected.length).toBeGreaterThan(3);
      expect(expected.length).toBeLessThan(500);

      await page.goto(url);
      await loadedAhead(page);
      const queries = watchQueries(page);
      await choose(page);
      for (const text of chip) {
        await expect(page.getByRole('button', { name: `Remove filter ${text}` })).toBeVisible();
      }
      await expect(chips(page).getByRole('button')).toHaveCount(chip.length);

      expect((await readList(page)).map(filtered)).toEqual(expected.map(shownAs));
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(filters);

      // The page requested exactly these filters, and every further page with the cursor it was
      // given.
      const asked = queries.filter((query) => Object.keys(filters).every((key) => query[key]));
      expect(asked[0]).toEqual(filters);
      for (const query of asked.slice(1)) {
        expect(query).toEqual({ ...filters, cursor: expect.any(String) });
      }
      expect(asked.length).toBeGreaterThanOrEqual(Math.ceil(expected.length / 20));
    });
  }
});

test('a whole number, written with spaces and a plus, is requested exactly', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const wanted = (await walk(url))[433]!;
  expect(wanted.number_display).toMatch(/^\+\d+ \d/);
  await page.goto(url);
  const queries = watchQueries(page);
  await page.getByRole('textbox', { name: 'Search numbers' }).fill(wanted.number_display);
  await expect(bodyRows(page)).toHaveCount(1);
  expect((await readList(page)).map((row) => row.Number)).toEqual([wanted.number_display]);
  expect(queries).toContainEqual({ number: wanted.number });
  expect(new URL(page.url()).search).toBe(`?number=${wanted.number}`);
  await expect(
    page.getByRole('button', { name: `Remove filter Number +${wanted.number}` }),
  ).toBeVisible();
});

test('a country without numbers says so, and offers to clear the filters', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await page.getByRole('combobox', { name: 'Any other country' }).selectOption('Tuvalu');
  await expect(
    page.getByRole('heading', { name: 'No rented number matches these filters' }),
  ).toBeVisible();
  await expect(bodyRows(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(bodyRows(page).first()).toBeVisible();
});

test('a chip takes its filter away, Clear all takes all of them', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?country_code=GB&type=mobile&voice=true`);
  await expect(chips(page).getByRole('button')).toHaveCount(3);
  await page.getByRole('button', { name: 'Remove filter Type Mobile' }).click();
  await expect(chips(page).getByRole('button')).toHaveCount(2);
  const expected = await walk(url, { country_code: 'GB', voice: 'true' });
  expect((await readList(page)).map(filtered)).toEqual(expected.map(shownAs));

  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(chips(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'All numbers' })).toBeVisible();
  await expect(bodyRows(page).first()).toContainText((await walk(url))[0]!.number_display);
  expect(new URL(page.url()).search).toBe('');
});

test('an address opened elsewhere shows the same rows and controls', async ({
  page,
  context,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await page.getByRole('combobox', { name: 'Any other country' }).selectOption('Sweden');
  await capability(page, 'Voice', 'Yes').click();
  await sortButton(page, 'Rented').click();
  await page.getByRole('textbox', { name: 'Search numbers' }).fill('46');
  await expect(page).toHaveURL(`${url}/?country_code=SE&voice=true&q=46&sort=created`);
  const rows = await readList(page);
  expect(rows.length).toBeGreaterThan(2);

  const other = await context.newPage();
  await other.goto(page.url());
  expect(await readList(other)).toEqual(rows);
  await expect(rail(other).getByRole('button', { name: /^Sweden/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(answered(other, 'Voice', 'Yes')).toBeChecked();
  await expect(answered(other, 'Messaging', 'Any')).toBeChecked();
  await expect(other.getByRole('textbox', { name: 'Search numbers' })).toHaveValue('46');
  await expect(other.getByRole('columnheader', { name: 'Rented' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('back and forward walk through the filters', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const first = async (filters: Record<string, string>) =>
    (await walk(url, filters))[0]!.number_display;
  await page.goto(url);
  await rail(page)
    .getByRole('button', { name: /^Mobile/ })
    .click();
  await expect(bodyRows(page).first()).toContainText(await first({ type: 'mobile' }));
  await capability(page, 'Messaging', 'No').click();
  await expect(bodyRows(page).first()).toContainText(
    await first({ type: 'mobile', messaging: 'false' }),
  );

  await page.goBack();
  await expect(page).toHaveURL(`${url}/?type=mobile`);
  await expect(bodyRows(page).first()).toContainText(await first({ type: 'mobile' }));
  await expect(answered(page, 'Messaging', 'Any')).toBeChecked();
  await page.goBack();
  await expect(bodyRows(page).first()).toContainText(await first({}));
  await expect(chips(page)).toBeHidden();
  await page.goForward();
  await expect(page).toHaveURL(`${url}/?type=mobile`);
  await expect(chips(page).getByRole('button')).toHaveText(['TypeMobile']);
});

test('the values of a facet are in the order of the list that is here, also after Back', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  const types = async () => Object.entries(await facetCounts(page, 'Type'));
  const [least = ''] = (await types()).at(-1)!;
  await facetValue(page, 'Type', least).click();
  await expect(chips(page)).toBeVisible();
  await scrollUntil(page, allLoaded(page));
  await page.mouse.move(700, 400);
  await page.goBack();
  await loadedAhead(page);
  // Coming back, the page may read one page more than before.
  const after = await types();
  expect(after).toEqual(after.toSorted(([, a], [, b]) => b - a));
});

test('a list left after its first page is read on when its reader comes back', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_LATENCY_MS: '1000' });
  await page.goto(url);
  await expect(statusLine(page)).toContainText('20 loaded');
  await rail(page)
    .getByRole('button', { name: /^Mobile/ })
    .click();
  await expect(statusLine(page)).toContainText('loaded');
  await page.goBack();
  await loadedAhead(page);
});

test('what was read of a list is there for a reader who comes back half an hour later', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await page.clock.install();
  await grid(page).evaluate((element) => {
    element.parentElement!.scrollTop = 1500;
  });
  const loaded = statusLine(page).getByText(/^1[2-9]0 loaded, more available$/);
  await expect(loaded).toBeVisible();
  await rail(page)
    .getByRole('button', { name: /^Mobile/ })
    .click();
  await expect(page.getByRole('button', { name: 'Remove filter Type Mobile' })).toBeVisible();
  await expect(loaded).toBeHidden();
  await page.clock.fastForward('30:00');
  await page.getByRole('button', { name: 'Remove filter Type Mobile' }).click();
  await expect(chips(page)).toBeHidden();
  await expect(loaded).toBeVisible();
});

test('invalid values are dropped from the address', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const queries = watchQueries(page);
  await page.goto(
    `${url}/?country_code=GB,&voice=maybe&type=${'x'.repeat(65)}&sort=nope&number=abc&open=%20`,
  );
  await expect(bodyRows(page).first()).toContainText((await walk(url))[0]!.number_display);
  expect(page.url()).toBe(`${url}/`);
  await expect(chips(page)).toBeHidden();
  expect(queries[0]).toEqual({});

  await page.goto(`${url}/?country_code=gb&voice=maybe&sort=-created`);
  await expect(page).toHaveURL(/\/\?country_code=(gb|GB)&sort=-created$/);
  await expect(
    page.getByRole('button', { name: 'Remove filter Country United Kingdom' }),
  ).toBeVisible();
});
