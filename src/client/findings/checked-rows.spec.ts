import { describe, expect, test } from 'vitest';
import { finish } from '#checks/check-rows.ts';
import { ruleBit } from '../fields/rule-bits.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { checkSet, isUpToDate } from './checked-rows.ts';

const context = { now: Date.parse('2026-06-01T12:00:00Z') };
const privateNetwork = ruleBit('private-network-webhook');
const row = (at: number, changes = {}) =>
  rentedNumber({ number_sid: `num-${at}`, number: `44748060050${at}`, ...changes });
const sound = { msg_controller: 'https://hooks.example.com/' };

test('the row of the vendor’s documentation posts to a private network', () => {
  const { found } = finish(checkSet(createRowSet([row(1)]), null, context, true));
  expect(found[0]! & privateNetwork).toBe(privateNetwork);
});

describe('a set that grows', () => {
  test('is gone on with', () => {
    const set = createRowSet([row(1)]);
    const first = finish(checkSet(set, null, context, true));
    expect(isUpToDate(first, set)).toBe(true);
    set.put(row(2, sound));
    expect(isUpToDate(first, set)).toBe(false);
    // Proof that the first row was not looked at again.
    first.own[0] = 0;
    const { found, count } = finish(checkSet(set, first, context, true));
    expect(count).toBe(2);
    expect([...found].map((bits) => bits & privateNetwork)).toEqual([0, 0]);
  });

  test('is checked anew when a row of it changed', () => {
    const set = createRowSet([row(1, sound)]);
    const first = finish(checkSet(set, null, context, true));
    set.replace(row(1));
    expect(isUpToDate(first, set)).toBe(false);
    expect(finish(checkSet(set, first, context, true)).found[0]! & privateNetwork).not.toBe(0);
  });
});

test('rows are compared with each other when asked to', () => {
  const set = createRowSet([row(1), row(2, { number: '447480600501' })]);
  const bit = ruleBit('duplicate-number');
  const alone = finish(checkSet(set, null, context, false));
  expect([...alone.found].map((bits) => bits & bit)).toEqual([0, 0]);
  expect(isUpToDate(alone, set)).toBe(false);
  const compared = finish(checkSet(set, alone, context, true));
  expect([...compared.found].map((bits) => bits & bit)).toEqual([bit, bit]);
  expect(compared.compared?.get('num-1')?.[0]?.id).toBe('duplicate-number');
});
