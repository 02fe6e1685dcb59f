import { expect, test } from 'vitest';
import { finish } from '#checks/check-rows.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { checkSet } from '../findings/checked-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { unpackTable } from './export-table.ts';
import { packFindings } from './pack-findings.ts';
import { whole } from './test-table.ts';
import { toCsv } from './to-text.ts';

test('a finding is a row, accepted or not', async () => {
  const set = createRowSet([
    rentedNumber({ msg_method: 'POST', call_method: 'POST' }),
    rentedNumber({ number_sid: 'other', number: '447480600504' }),
  ]);
  const checked = finish(checkSet(set, null, { now: Date.now() }, true));
  const note = 'a "VPN"';
  const acceptances = [{ rule: 'private-network-webhook', note, at: '2026-06-01T12:00:00Z' }];
  const table = await packFindings(set, Uint32Array.of(0), { checked, acceptances }, null);
  const [header, ...lines] = whole(toCsv(unpackTable(table)))
    .trimEnd()
    .split('\r\n');
  expect(header).toBe('number,number_sid,level,rule,field,message,remedy,status,note');
  expect(lines).toHaveLength(table.count);
  const { number, number_sid } = set.rows[0]!;
  expect(lines.every((line) => line.startsWith(`${number},${number_sid},`))).toBe(true);
  expect(lines.find((line) => line.includes(',private-network-webhook,'))).toMatch(
    /,msg_controller,".*","Use an address .*",accepted,"a ""VPN"""$/,
  );
  expect(lines.find((line) => line.includes(',plain-http-webhook,'))).toMatch(
    /,Change the controller to an https:.*,open,$/,
  );
});

test('under a filter by checks the file holds only what the filter is about', async () => {
  const row = rentedNumber({ voice: true, call_controller: '' });
  const set = createRowSet([row]);
  const checked = finish(checkSet(set, null, { now: Date.now() }, true));
  const acceptances = [
    {
      rule: 'plain-http-webhook',
      number_sid: row.number_sid,
      note: '',
      at: '2026-06-01T12:00:00Z',
    },
  ];
  const rulesUnder = async (check: string) => {
    const state = { checked, acceptances };
    const { columns } = await packFindings(set, Uint32Array.of(0), state, check);
    const rules = columns.find(({ field }) => field === 'rule');
    return JSON.parse(rules?.values ?? 'null') as string[];
  };
  expect(await rulesUnder('error')).toEqual(['calls-go-nowhere']);
  expect(await rulesUnder('warning')).toEqual(['private-network-webhook']);
  expect(await rulesUnder('get-for-events')).toEqual(['get-for-events']);
  expect(await rulesUnder('accepted')).toEqual(['plain-http-webhook']);
});

test('rows that are not checked yet have no finding', async () => {
  const set = createRowSet([rentedNumber()]);
  const state = { checked: null, acceptances: [] };
  expect((await packFindings(set, Uint32Array.of(0), state, null)).count).toBe(0);
});
