import { expect, test } from 'vitest';
import { applyAcceptances } from './apply-acceptances.ts';
import { checkRows } from './check-rows.ts';
import { context, documentedRow } from './test-row.ts';

const findings = checkRows(
  [
    { ...documentedRow, number_sid: 'a', number_e164: '447480600501' },
    { ...documentedRow, number_sid: 'b', number_e164: '447480600502' },
  ],
  context,
);
const at = '2026-06-01T12:00:00Z';
const [isPrivate, isPlain, isGet] = [
  'private-network-webhook',
  'plain-http-webhook',
  'get-for-events',
];

function split(...acceptances: Parameters<typeof applyAcceptances>[1]) {
  const { open, accepted } = applyAcceptances(findings, acceptances);
  const idsOf = (half: typeof open) =>
    Object.fromEntries([...half].map(([sid, all]) => [sid, all.map(({ id }) => id)]));
  return { open: idsOf(open), accepted: idsOf(accepted), halves: { open, accepted } };
}

test('without acceptances, every finding is open', () => {
  const { halves } = split();
  expect(halves.open).toEqual(findings);
  expect(halves.accepted.size).toBe(0);
});

test('a rule is accepted for all, or for one number', () => {
  const { open, accepted } = split(
    { rule: isPrivate, note: 'peered', at },
    { rule: isPlain, number_sid: 'a', note: 'test', at },
  );
  expect(open).toEqual({ a: [isGet], b: [isPlain, isGet] });
  expect(accepted).toEqual({ a: [isPrivate, isPlain], b: [isPrivate] });
});

test('an acceptance for the number comes before one for all, and the last of several holds', () => {
  const own = { rule: isGet, number_sid: 'a', note: 'own', at };
  const all = { rule: isGet, note: 'all', at };
  const { halves } = split(own, all, { ...own, note: 'own, later' });
  const notes = [...halves.accepted.values()].flat().map(({ acceptance }) => acceptance.note);
  expect(notes).toEqual(['own, later', 'all']);
});

test('a number whose findings are all accepted is not open', () => {
  const { open } = split(...[isPrivate, isPlain, isGet].map((rule) => ({ rule, note: '', at })));
  expect(open).toEqual({});
});

test('an acceptance without a finding changes nothing', () => {
  const { halves } = split(
    { rule: 'no-such-rule', note: '', at },
    { rule: isGet, number_sid: 'c', note: '', at },
  );
  expect(halves.open).toEqual(findings);
});
