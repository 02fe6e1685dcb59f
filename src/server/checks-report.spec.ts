import { expect, test } from 'vitest';
import { checkRows } from '#checks/check-rows.ts';
import { rules } from '#checks/rules.ts';
import { context, documentedRow, soundRow } from '#checks/test-row.ts';
import { summarise } from './checks-report.ts';

test('counts numbers, and names every rule', () => {
  const both = { call_controller: 'http://a.example.com', msg_controller: 'http://b.example.com' };
  const rows = [
    soundRow({ number_sid: 'sound', number: '447480600501' }),
    soundRow({ number_sid: 'both', number: '447480600502', ...both }),
    { ...documentedRow, number_sid: 'documented' },
  ];
  const summary = summarise(checkRows(rows, context).values());
  expect(Object.keys(summary.rules)).toEqual(rules.map(({ id }) => id));
  expect(summary.rules).toMatchObject({
    'plain-http-webhook': 2,
    'private-network-webhook': 1,
    'get-for-events': 1,
    'duplicate-number': 0,
  });
  expect(summary.levels).toEqual({ error: 0, warning: 2, info: 1 });
});
