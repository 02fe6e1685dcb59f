import { allLoaded, readTable, statusLine } from '../table.ts';
import { refuseWith } from './answer-faults.ts';
import { expect, test } from './dashboard.ts';
import {
  addOddities,
  breakRows,
  breakValues,
  cycle,
  driftLimit,
  emptyForEver,
  nextIsItself,
  repeatRows,
  sameRowsForEver,
} from './list-faults.ts';
import { exportRows, notices, readNumbers, tryAgain } from './page.ts';
import { type Answer, answerWell } from './raw-upstream.ts';

test.use({ requestsFail: true });

test('F17 the row of a cursor is removed: the list is loaded again with a notice, and nothing is missing', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard();
  const before = upstream.account.numbers();
  // The 503 stops the page at forty rows until the row is removed.
  upstream.set(refuseWith(503), { where: ({ query }) => query.get('next') === 'r40-0' });
  await page.goto(server.url);
  await expect(statusLine(page)).toContainText('40 loaded, then stopped');
  upstream.account.remove(40);
  await upstream.heal();
  await tryAgain(page).click();
  await expect.poll(() => readNumbers(page)).toEqual(before.filter((_, at) => at !== 40));
  await expect(notices(page)).toHaveCount(1);
  await expect(notices(page)).toContainText('Loading started again from the first page.');
  const asked = upstream.exchanges.map(({ query }) => query.get('next'));
  expect(asked.lastIndexOf('r40-0')).toBeLessThan(asked.lastIndexOf('r20-0'));
});

test('F17 a place that stays lost is not retried for ever', async ({ page, startDashboard }) => {
  const { server, upstream } = await startDashboard();
  upstream.set(refuseWith(400), { where: ({ query }) => query.get('next') === 'r40-0' });
  await page.goto(server.url);
  await expect(notices(page)).toContainText('The position in the list was lost');
  await expect(statusLine(page)).toContainText('40 loaded, then stopped');
  expect(upstream.exchanges).toHaveLength(6);
  await upstream.heal();
  await tryAgain(page).click();
  await expect.poll(() => readNumbers(page)).toEqual(upstream.account.numbers());
});

const circles: [name: string, answer: Answer, foot: string][] = [
  ['the page itself', nextIsItself, 'Nothing loaded'],
  ['the page before', cycle, '40 loaded, then stopped'],
  ['pages without rows', emptyForEver, 'Nothing loaded'],
  ['the same rows by other names (O7)', sameRowsForEver, '20 loaded, then stopped'],
];
for (const [name, answer, foot] of circles) {
  test(`F18 next leads to ${name}, for ever: the page stops and says so`, async ({
    page,
    startDashboard,
  }) => {
    const { server, upstream } = await startDashboard();
    upstream.set(answer);
    await page.goto(server.url);
    await expect(notices(page)).toContainText('invalid response');
    await expect(notices(page)).toHaveCount(1);
    await expect(statusLine(page)).toContainText(foot);
    await expect(page.getByText(/rents no numbers|No rented number matches/)).toBeHidden();
    expect(upstream.exchanges.length).toBeLessThanOrEqual(21);
  });
}

test('F18 a restarted list leads in a circle: the page stops and says so', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard();
  // The third page is lost; from then on two cursors of the second page lead to each other.
  upstream.set((exchange) => {
    if (exchange.query.get('next') === 'r40-0') refuseWith(400)(exchange);
    else (upstream.exchanges.length > 3 ? cycle : answerWell)(exchange);
  });
  await page.goto(server.url);
  await expect(notices(page)).toContainText('lead back to earlier ones');
  await expect(statusLine(page)).toContainText('40 loaded, then stopped');
  expect(upstream.exchanges.length).toBeLessThanOrEqual(6);
});

test('F20 rows that come twice are shown and counted once', async ({ page, startDashboard }) => {
  const { server, upstream } = await startDashboard();
  upstream.set(repeatRows);
  await page.goto(server.url);
  await expect.poll(() => readNumbers(page)).toEqual(upstream.account.numbers());
  await expect(allLoaded(page)).toContainText('All 120 loaded');
});

test('F21 a number is given back while the list is read: all others are shown', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard();
  const before = upstream.account.numbers();
  upstream.set(refuseWith(503), { where: ({ query }) => query.get('next') === 'r40-0' });
  await page.goto(server.url);
  await expect(statusLine(page)).toContainText('40 loaded, then stopped');
  upstream.account.remove(7);
  upstream.account.remove(90);
  await upstream.heal();
  await tryAgain(page).click();
  // Row 7 was shown already and stays until Refresh; row 90 never appears.
  await expect.poll(() => readNumbers(page)).toEqual(before.filter((_, at) => at !== 90));
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(notices(page)).toContainText(/^1 gone since /);
  await expect.poll(() => readNumbers(page)).toEqual(upstream.account.numbers());
});

for (const search of ['', '?q=4420', '?sort=number']) {
  test(`F23 pages of none to fifty rows, with ${search || 'neither search nor sort'}: all are shown`, async ({
    page,
    startDashboard,
  }) => {
    const { server, upstream } = await startDashboard();
    upstream.set(driftLimit);
    await page.goto(server.url + search);
    if (search === '') {
      await expect.poll(() => readNumbers(page)).toEqual(upstream.account.numbers());
    } else {
      await expect(statusLine(page)).toContainText('50 loaded, more');
    }
    await expect(page.getByText('This account rents no numbers')).toBeHidden();
  });
}

test('F24 invalid rows are left out with a notice, and the list is never called complete', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard();
  upstream.set(breakRows, { where: ({ query }) => query.get('next') === 'r40-0' });
  await page.goto(server.url);
  const end = statusLine(page).getByText(/^116 loaded, 4 skipped, /);
  const rows = await readNumbers(page, end);
  const right = upstream.account.numbers().filter((_, at) => at < 40 || at > 43);
  expect(rows).toEqual(right);
  await expect(notices(page)).toHaveCount(1);
  await expect(notices(page)).toContainText('4 rows skipped: invalid data.');
  await expect(page.getByText(/^All \d|End of list · [\d,]+ numbers$/)).toHaveCount(0);
  const { name, numbers } = await exportRows(page);
  expect(name).toContain('_partial_116_');
  expect(numbers).toEqual(right);
  expect(server.log()).toContain('"fields":["voice","number_sid","number","messaging"]');
});

test('W11 an unreadable value is dropped: its row is shown, and sorts last by that date', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard({}, 20);
  upstream.set(breakValues);
  await page.goto(`${server.url}?sort=-created`);
  const rows = await readTable(page);
  expect(rows).toHaveLength(20);
  const [undated] = upstream.account.numbers();
  expect(rows.at(-1)).toMatchObject({ Rented: '' });
  expect(rows.at(-1)?.Number?.replace(/\D/g, '')).toBe(undated);
  await expect(notices(page)).toHaveCount(0);
  await page.goto(`${server.url}?open=${undated}`);
  const details = page.getByRole('complementary');
  await expect(details).toContainText('or not readable');
  expect((await exportRows(page)).numbers).toContain(undated);
  expect(server.log()).toContain('"values":4,"fields":["created","updated","name","mode"]');
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toMatch(/^upstream_unread_values_total\{field="created"\} [1-9]/m);
});

test('F24 names of every kind are shown as text, in their rows', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard();
  upstream.set(addOddities);
  await page.goto(server.url);
  await expect.poll(() => readNumbers(page)).toEqual(upstream.account.numbers());
  const names = (await readTable(page)).map((row) => row.Name);
  for (const name of ['📞 Straße', '<b>bold</b>', '=1+1']) expect(names).toContain(name);
  expect(await page.content()).not.toContain('canary');
});
