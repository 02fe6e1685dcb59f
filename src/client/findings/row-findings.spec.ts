import { expect, test } from 'vitest';
import { finish } from '#checks/check-rows.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { checkSet } from './checked-rows.ts';
import { rowFindings } from './row-findings.ts';

const now = Date.parse('2026-06-01T12:00:00Z');
const row = rentedNumber();
const told = (findings: ReturnType<typeof rowFindings>) =>
  findings.map(({ id, acceptance }) => [id, acceptance?.note ?? null]);

test('the worst first, with who accepted it and why', () => {
  const twin = { ...row, number_sid: 'twin' };
  const checked = finish(checkSet(createRowSet([row, twin]), null, { now }, true));
  const accepted = { rule: 'private-network-webhook', note: 'a VPN', at: '2026-06-01T12:00:00Z' };
  const findings = told(rowFindings(row, checked, [accepted], now));
  expect(findings[0]).toEqual(['duplicate-number', null]);
  expect(findings).toContainEqual(['private-network-webhook', 'a VPN']);
  expect(findings).toContainEqual(['plain-http-webhook', null]);
});

test('before the list is checked there is what the number says by itself', () => {
  expect(told(rowFindings(row, null, [], now)).map(([id]) => id)).toContain(
    'private-network-webhook',
  );
  const alone = finish(checkSet(createRowSet([row]), null, { now }, false));
  expect(rowFindings(row, alone, [], now)).toEqual(rowFindings(row, null, [], now));
});

test('a date lies in the future of the moment that is given', () => {
  const early = Date.parse('2016-01-01T00:00:00Z');
  expect(told(rowFindings(row, null, [], early))).toContainEqual(['date-in-future', null]);
});
