import { watchRequests } from '../requests.ts';
import { bodyRows } from '../table.ts';
import { expect, test } from './server.ts';
import { momentOf, snapshotBar } from './snapshot.ts';

const open = 'open=442079460007';

test('the details of a number say since when it is there and what has changed', async ({
  page,
  startKept,
}) => {
  const { server, upstream, take } = await startKept();
  const first = await take();
  upstream.account.change(7, { name: 'Front desk', voice: true });
  const second = await take();
  upstream.account.remove(7);
  const third = await take();
  upstream.account.add(7);
  await take();
  await page.goto(`${server.url}/?${open}`);
  const section = page.getByRole('region', { name: 'History' });
  const moment = (at: { asOf: string }) => momentOf(page, at.asOf);
  await expect(section).toContainText(`First seen${await moment(first)} or earlier`);
  const items = section.getByRole('list', { name: 'Changes' }).locator(':scope > li');
  await expect(items).toHaveCount(3);
  await expect(items.nth(0)).toContainText('Added');
  await expect(items.nth(1)).toContainText(`Gone`);
  await expect(items.nth(1)).toContainText(await moment(third));
  await expect(items.nth(2)).toContainText('Changed');
  await expect(items.nth(2)).toContainText('Identity: name Desk 7 → became Front desk');
  await expect(items.nth(2)).toContainText('Voice: capability Off → became On');
  await expect(section).toContainText('Snapshots are kept since');

  await items.nth(2).getByRole('button').click();
  await expect(page).toHaveURL(new RegExp(`snapshot=${second.seq}`));
  await expect(snapshotBar(page)).toContainText(await moment(second));
  const details = page.getByRole('complementary');
  await expect(details).toContainText(`as of ${await moment(second)}`);
  await expect(details).toContainText('Front desk');
});

test('history is asked for only where it is kept, and only for open details', async ({
  page,
  startKept,
  startDashboard,
}) => {
  const { server, take } = await startKept();
  await take();
  const requests = watchRequests(page);
  const asked = () => requests.filter((url) => url.includes('/api/history'));
  await page.goto(server.url);
  await expect(bodyRows(page).first()).toBeVisible();
  expect(asked()).toEqual([]);
  await bodyRows(page).first().getByRole('rowheader').click();
  await expect(page.getByRole('region', { name: 'History' })).toContainText('No changes.');
  expect(asked()).toHaveLength(1);

  const plain = await startDashboard();
  requests.length = 0;
  await page.goto(`${plain.server.url}/?${open}`);
  await expect(page.getByRole('region', { name: 'Voice' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' })).toBeHidden();
  expect(asked()).toEqual([]);
});
