import { expect, test } from 'vitest';
import { ruleBit } from '../fields/rule-bits.ts';
import { ruleCounts, sinceRefreshWords } from './finding-figures.ts';

const counts = new Map([
  ['error', 1],
  ['odd-one-out', 9],
  ['plain-http-webhook', 2],
  ['messages-go-nowhere', 3],
  ['calls-go-nowhere', 1],
]);
const change = (added: string[], gone: string[]) => ({
  added: added.reduce((bits, id) => bits | ruleBit(id), 0),
  gone: gone.reduce((bits, id) => bits | ruleBit(id), 0),
});
const changes = {
  at: 0,
  numbers: new Map([
    ['a', change(['calls-go-nowhere'], ['no-capability'])],
    ['b', change(['calls-go-nowhere', 'odd-one-out'], [])],
  ]),
};

test('rules with findings, the worst level first and then the most numbers', () => {
  const ids = ruleCounts(counts, null, [], null).map(({ id }) => id);
  expect(ids).toEqual([
    'calls-go-nowhere',
    'messages-go-nowhere',
    'plain-http-webhook',
    'odd-one-out',
  ]);
});

test('a rule whose findings are gone, or that is chosen, stays in sight', () => {
  const found = ruleCounts(counts, changes, [], 'date-in-future');
  expect(found.map(({ id, count, note }) => [id, count, note])).toEqual([
    ['calls-go-nowhere', 1, '2 new'],
    ['messages-go-nowhere', 3, undefined],
    ['plain-http-webhook', 2, undefined],
    ['no-capability', 0, '1 gone'],
    ['date-in-future', 0, undefined],
    ['odd-one-out', 9, '1 new'],
  ]);
  expect(sinceRefreshWords(found)).toBe('3 new, 1 gone');
});

test('a refresh that changed no finding says so', () => {
  const found = ruleCounts(counts, { at: 0, numbers: new Map() }, [], null);
  expect(sinceRefreshWords(found)).toBe('no finding is new or gone');
});
