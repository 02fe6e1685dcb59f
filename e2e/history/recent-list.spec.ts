import { rail } from '../rail.ts';
import { watchRequests } from '../requests.ts';
import { bodyRows, statusLine } from '../table.ts';
import { expect, test } from './server.ts';

test('Load all may be answered by a young snapshot, says so, and Refresh reads the list of now', async ({
  page,
  startKept,
}) => {
  const { server, upstream, take } = await startKept(140);
  await take();
  upstream.account.change(120, { name: 'Renamed desk' });
  await page.goto(server.url);
  await expect(statusLine(page)).toContainText('100 loaded, more available');
  const asked = upstream.exchanges.length;
  await statusLine(page).getByRole('button', { name: 'Load all' }).click();
  await expect(statusLine(page)).toContainText(/All 140 loaded, from the snapshot of \d/);
  await expect(rail(page).getByRole('region', { name: 'Country' })).toContainText(/as of \d/);
  expect(upstream.exchanges.length).toBe(asked);

  const requests = watchRequests(page);
  await statusLine(page).getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(page.getByRole('main').getByRole('group', { name: /since .+\.$/ })).toContainText(
    '1 changed',
  );
  await expect(statusLine(page)).toContainText(/All 140 loaded, \d/);
  await expect(rail(page).getByRole('region', { name: 'Country' })).not.toContainText('as of');
  expect(requests.some((url) => url.includes('fresh=true'))).toBe(true);
  await page.getByRole('textbox', { name: 'Search numbers' }).fill('Renamed');
  await expect(bodyRows(page)).toHaveCount(1);
});
