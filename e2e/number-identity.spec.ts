import type { Page } from '@playwright/test';
import { ask, walk } from './api.ts';
import { expectNoViolations } from './axe.ts';
import { test as base, expect } from './fixtures.ts';
import { serveOddNumbers } from './odd-numbers.ts';
import { watchQueries } from './requests.ts';
import { allLoaded, bodyRows, statusLine } from './table.ts';

const test = base.extend<{ odd: Awaited<ReturnType<typeof serveOddNumbers>> }>({
  odd: async ({ serve }, use) => {
    const odd = await serveOddNumbers(serve);
    await use(odd);
    odd.close();
  },
});

const search = (page: Page) => page.getByRole('textbox', { name: 'Search numbers' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Compare with a list of numbers' });
const list = (page: Page) => dialog(page).getByRole('textbox', { name: 'Your numbers' });
const status = (page: Page) => dialog(page).getByRole('status');
const part = (page: Page, name: string | RegExp) =>
  dialog(page).getByRole('heading', { level: 3 }).filter({ hasText: name });

async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Compare with a list of numbers' }).click();
  await expect(list(page)).toBeFocused();
}

/** Spellings of numbers, each with the number of its row as the page shows it. */
const writings = [
  ['+44 (0)20 7946 0001', '+44 20 7946 0001'],
  ['+44 020 7946 0001', '+44 20 7946 0001'],
  ['442079460002', '+44 20 7946 0002'],
  ['+39 06 1234 5678', '+39 06 1234 5678'],
  ['+7 8 495 123-45-67', '+7 495 123 45 67'],
  ['+36 06 1 234 5678', '+36 1 234 5678'],
  ['+52 55 1234 5678', '+52 55 1234 5678'],
  ['+52 1 55 1234 5679', '+52 55 1234 5679'],
  ['+54 9 11 2345-6789', '+54 11 2345 6789'],
  ['+54 11 2345-6780', '+54 9 11 2345 6780'],
  ['whatsapp:+442079460001', '+44 20 7946 0001'],
  ['sip:+442079460001@10.0.0.17:5060', '+44 20 7946 0001'],
  ['+44·20·7946·0001', '+44 20 7946 0001'],
  ['+٤٤ ٢٠ ٧٩٤٦ ٠٠٠١', '+44 20 7946 0001'],
  ['+1-800-FLOWERS', '+1 800 356 9377'],
] as const;

test('W4 W5 W6 the search box finds a number in every writing, once all are loaded', async ({
  page,
  odd,
}) => {
  test.slow();
  await page.goto(odd.url);
  await expect(allLoaded(page)).toBeVisible();
  for (const [written, shown] of writings) {
    await search(page).fill(written);
    await page.keyboard.press('Enter');
    await expect(bodyRows(page), written).toHaveCount(1);
    await expect(bodyRows(page), written).toContainText(shown);
  }
  for (const [written, shown] of [
    ['020 7946 0002', '+44 20 7946 0002'],
    ['8 (495) 123-45-67', '+7 495 123 45 67'],
    ['011 15-2345-6780', '+54 9 11 2345 6780'],
  ] as const) {
    await search(page).fill(written);
    await page.keyboard.press('Enter');
    await expect(bodyRows(page), written).toHaveCount(1);
    await expect(bodyRows(page), written).toContainText(shown);
  }
});

test('W4 W6 the API finds a number by another form than its own', async ({ odd }) => {
  const shown = async (query: string) =>
    (await (await ask(`${odd.url}/api/numbers?${query}`)).json()).numbers.map(
      (row: { number_display: string }) => row.number_display,
    );
  await expect.poll(() => shown('number=4402079460001')).toEqual(['+44 20 7946 0001']);
  await expect.poll(() => shown('number=525512345678')).toEqual(['+52 55 1234 5678']);
  await expect.poll(() => shown('number=5215512345679')).toEqual(['+52 55 1234 5679']);
  await expect.poll(() => shown('number=5491123456789')).toEqual(['+54 11 2345 6789']);
  await expect
    .poll(() => shown('number=02079460001&country_code=GB'))
    .toEqual(['+44 20 7946 0001']);
  await expect.poll(() => shown('number=442079460009')).toEqual([]);
});

test('W4 a number in the address is requested, and stays found when all are loaded', async ({
  page,
  odd,
}) => {
  await page.goto(`${odd.url}/?number=4402079460001`);
  await expect(bodyRows(page)).toHaveCount(1);
  await expect(bodyRows(page)).toContainText('+44 20 7946 0001');
  await expect(page).toHaveURL(`${odd.url}/?number=442079460001`);
  await expect(bodyRows(page)).toContainText('+44 20 7946 0001');
});

test('W4 a search in the address waits for the plans before it says that nothing matches', async ({
  page,
  odd,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/number-plan/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${odd.url}/?q=8+(495)+123-45-67`);
  await expect(allLoaded(page)).toBeVisible();
  await expect(page.getByRole('row').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /^No match/ })).toHaveCount(0);
  await expect(statusLine(page)).not.toContainText(/match/i);
  release();
  await expect(bodyRows(page)).toContainText('+7 495 123 45 67');
  await expect(statusLine(page)).toContainText(`1 of all ${odd.count} rows match`);
});

test.describe('where the plans cannot be loaded', () => {
  test.use({ requestsFail: true });

  test('W4 a number is searched for by its digits as written', async ({ page, odd }) => {
    await page.route(/number-plan/, (route) => route.abort());
    await page.goto(odd.url);
    await expect(allLoaded(page)).toBeVisible();
    await search(page).fill('020 7946 0001');
    await expect(bodyRows(page)).toContainText('+44 20 7946 0001');
  });
});

test('W4 with one country chosen, a national number is requested', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '3000' });
  const numbers = await walk(url);
  // The last match, too far down the list to be loaded already.
  const target = numbers.findLast(({ country_code }) => country_code === 'GB')!;
  await page.goto(`${url}/?country_code=GB`);
  await expect(bodyRows(page).first()).toBeVisible();
  const queries = watchQueries(page);
  await search(page).fill(`0${target.number.slice(2)}`);
  await page.keyboard.press('Enter');
  await expect(bodyRows(page)).toHaveCount(1);
  await expect(bodyRows(page)).toContainText(target.number_display);
  expect(queries).toContainEqual({ number: target.number, country_code: 'GB' });
});

test('W4 W5 W6 the palette jumps to a number in every writing', async ({ page, odd }) => {
  test.slow();
  await page.goto(odd.url);
  await expect(allLoaded(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const box = palette.getByRole('combobox', { name: 'Number or command' });
  for (const [written, shown] of [
    ...writings,
    ['8 (495) 123-45-67', '+7 495 123 45 67'],
  ] as const) {
    await box.fill(written);
    await expect(palette.getByRole('status'), written).toHaveText(
      `1 of all ${odd.count} rows matches.`,
    );
    await expect(palette.getByRole('option', { selected: true }), written).toContainText(shown);
  }
});

test('W3 W4 W5 W6 a pasted list is compared with the rented numbers by number, not by digits', async ({
  page,
  odd,
}) => {
  await page.goto(odd.url);
  await expect(allLoaded(page)).toBeVisible();
  await openDialog(page);
  await list(page).fill(writings.map(([written], at) => `${at + 1}\t${written}`).join('\n'));
  const distinct = new Set(writings.map(([, shown]) => shown)).size;
  const repeated = writings.length - distinct;
  await expect(status(page)).toContainText(`Your list: ${distinct} numbers, ${repeated} repeated.`);
  await expect(part(page, 'In both')).toHaveText(`In both${distinct}`);
  await expect(part(page, 'In your list, not rented')).toHaveText('In your list, not rented0');
});

test('W3 W5 whatever is skipped is listed with line, text and reason', async ({ page, odd }) => {
  await page.goto(odd.url);
  await expect(allLoaded(page)).toBeVisible();
  await openDialog(page);
  await list(page).fill(
    [
      '12\t442079460001',
      '3. 442079460001',
      '442079460001;4.4E+11',
      '442079460001;1300 FLOWERS;2024-01-31',
      '020 7946 0001',
      'Name;Phone',
      '999 999 999 999 999',
    ].join('\n'),
  );
  await expect(status(page)).toContainText('Your list: 1 number, 3 repeated, 6 skipped.');
  await expect(part(page, 'In your list, not rented')).toHaveText('In your list, not rented0');
  await dialog(page).getByText('6 entries skipped').click();
  await expect(dialog(page).getByRole('group').getByRole('listitem')).toHaveText([
    'Line 3: 4.4E+11 Rounded by a spreadsheet',
    'Line 4: 1300 FLOWERS Letters in the number: choose its country',
    'Line 5: 020 7946 0001 No country code: choose a country',
    'Line 7: 999 999 999 999 999 No such number in any country',
    'Line 4: 2024-01-31 A date',
    'Line 6: Name;Phone No phone number found',
  ]);
  await expectNoViolations(page);
  await dialog(page)
    .getByRole('combobox', { name: 'Numbers without a country code are from' })
    .selectOption('AU');
  await expect(status(page)).toContainText('3 numbers, 3 repeated, 4 skipped.');
});

test('W4 the country of a pasted list is the one that is asked for', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?country_code=GB`);
  await expect(bodyRows(page).first()).toBeVisible();
  await openDialog(page);
  await expect(
    dialog(page).getByRole('combobox', { name: 'Numbers without a country code are from' }),
  ).toHaveValue('GB');
  await list(page).fill('020 7946 0958\n(020) 7946 0959\n1-800-FLOWERS');
  await expect(status(page)).toContainText('Your list: 3 numbers.');
});
