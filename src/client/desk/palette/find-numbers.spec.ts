import { expect, test } from 'vitest';
import { numberPlan } from '../../address/number-plan.ts';
import { rentedNumber } from '../../fields/test-rows.ts';
import { createRowSet } from '../../list/row-set.ts';
import { searchedNumbers } from '../../list/searched-numbers.ts';
import { findNames, findNumbers } from './find-numbers.ts';

const rows = ['447480600503', '447480600504', '3726000504', '44748060050'].map((number) =>
  rentedNumber({ number, number_sid: number }),
);

const found = (text: string, most = 9) => {
  const answer = findNumbers({ rows }, searchedNumbers(text, numberPlan, ['GB', 'EE']), most);
  return answer && [answer.count, answer.first.map(({ number }) => number)];
};

test.each([
  ['+44 7480 600 503', [1, ['447480600503']]],
  ['0044 (0)7480-600504', [1, ['447480600504']]],
  ['07480 600 50', [3, ['447480600503', '447480600504', '44748060050']]],
  ['0504', [2, ['447480600504', '3726000504']]],
  ['44748060050', [3, ['44748060050', '447480600503', '447480600504']]],
  ['99', [0, []]],
  ['4', null],
  ['', null],
  ['load all', null],
])('%j finds %j', (text, answer) => {
  expect(found(text)).toEqual(answer);
});

test('names are found by any part of them, in any case', () => {
  const named = ['Night line', 'Sales UK', 'Sales DE', null].map((name, at) =>
    rentedNumber({ name, number_sid: String(at) }),
  );
  const names = (text: string, most = 9) => {
    const { count, first } = findNames(createRowSet(named), text, most);
    return [count, first.map(({ name }) => name)];
  };
  expect(names(' sales ')).toEqual([2, ['Sales UK', 'Sales DE']]);
  expect(names('SALES', 1)).toEqual([2, ['Sales UK']]);
  expect(names('s')).toEqual([0, []]);
  expect(names('desk')).toEqual([0, []]);
});

test('counts all, and gives no more than asked for', () => {
  expect(found('44', 2)).toEqual([3, ['447480600503', '447480600504']]);
});
