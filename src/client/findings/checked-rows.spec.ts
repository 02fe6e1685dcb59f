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

test('what is not checked, or is another set, is not up to date', () => {
  const set = createRowSet([row(1)]);
  expect(isUpToDate(null, set)).toBe(false);
  const ofOther = finish(checkSet(createRowSet([row(2)]), null, context, true));
  expect(isUpToDate(ofOther, set)).toBe(false);
});

describe('a set that grows', () => {
  test('is gone on with', () => {
    const set = createRowSet([row(1)]);
    const first = finish(checkSet(set, null, context, true));
    expect(isUpToDate(first, set)).toBe(true);
    set.put(row(2, sound));
    expect(isUpToDate(first, set)).toBe(false);
    // No rule finds this, so a row that has it was not looked at again.
    const earlier = 2 ** 31;
    first.own[0] = earlier;
    const { own, count } = finish(checkSet(set, first, context, true));
    expect(count).toBe(2);
    expect(own[0]).toBe(earlier);
    expect(own[1]! & privateNetwork).toBe(0);
  });

  test('is checked anew when a row of it changed', () => {
    const set = createRowSet([row(1, sound)]);
    const first = finish(checkSet(set, null, context, true));
    set.replace(row(1));
    expect(isUpToDate(first, set)).toBe(false);
    expect(finish(checkSet(set, first, context, true)).found[0]! & privateNetwork).not.toBe(0);
  });
});

test('a check of many rows pauses, and rows that come meanwhile wait for the next one', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => row(at, sound));
  const set = createRowSet(rows);
  const steps = checkSet(set, null, context, false);
  expect(steps.next().done).toBe(false);
  set.put(row(3000));
  const checked = finish(steps);
  expect(checked.count).toBe(3000);
  expect(isUpToDate(checked, set)).toBe(false);
});

test('rows are compared with each other when asked to', () => {
  const set = createRowSet([row(1), row(2, { number: '447480600501' })]);
  const bit = ruleBit('duplicate-number');
  const alone = finish(checkSet(set, null, context, false));
  expect([...alone.found].map((bits) => bits & bit)).toEqual([0, 0]);
  expect(isUpToDate(alone, set)).toBe(false);
  const compared = finish(checkSet(set, alone, context, true));
  expect([...compared.found].map((bits) => bits & bit)).toEqual([bit, bit]);
  // The comparison is made anew each time, so its findings are not those of a row by itself.
  expect([...compared.own].map((bits) => bits & bit)).toEqual([0, 0]);
  expect(compared.compared?.get('num-1')?.[0]?.id).toBe('duplicate-number');
});
