import { expect, test } from 'vitest';
import type { NumberSelection } from '#contract/selection.ts';
import { dayOf, listOf, offer, openTestHistory, rented, temporaryFolder } from './test-history.ts';

const list = [
  rented({ number_sid: 'a', number: '+442079460958', country_code: 'GB', type: 'local' }),
  rented({
    number_sid: 'b',
    number: '37255512345',
    country_code: 'EE',
    type: 'mobile',
    voice: false,
  }),
  rented({
    number_sid: 'c',
    number: '020 7946 0959',
    country_code: 'gb',
    type: 'sip',
    messaging: true,
  }),
  rented({ number_sid: 'd', number: '112', country_code: 'EE', type: 'local', voice: false }),
];

test.each<[NumberSelection, string]>([
  [{}, 'abcd'],
  [{ country_code: ['GB'] }, 'ac'],
  [{ country_code: ['GB', 'EE'], type: ['local'] }, 'ad'],
  [{ country_code: [] }, ''],
  [{ voice: false, messaging: false }, 'bd'],
  [{ number: '442079460959' }, 'c'],
  [{ number: '372 5551 2345'.replaceAll(' ', '') }, 'b'],
  [{ country_name: 'united kingdom' }, 'abcd'],
])('the numbers of a snapshot for %j', async (selection, sids) => {
  const history = (await openTestHistory(await temporaryFolder())).account('acc-1');
  await offer(history, list, dayOf(1));
  const found = await listOf(history, 1, selection);
  expect(found.map(({ number_sid }) => number_sid).join('')).toBe(sids);
});
