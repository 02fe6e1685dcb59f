import { expect, test } from 'vitest';
import type { Scope } from '../list/scope.ts';
import { destinationWords } from './DestinationsFigure.tsx';
import { figureTsv } from './Figure.tsx';
import { figureWords } from './figure-words.ts';

const complete: Scope = { status: 'complete', loaded: 5310, skipped: 0, at: 0 };

test.each<[Scope, number, string]>([
  [{ status: 'partial', loaded: 240 }, 240, '240 loaded numbers; total unknown'],
  [{ status: 'paused', loaded: 240 }, 31, '31 of 240 loaded numbers; total unknown'],
  [complete, 5310, 'All 5,310 numbers'],
  [{ ...complete, loaded: 1 }, 1, '1 number'],
  [complete, 31, '31 of 5,310 numbers'],
  [{ ...complete, skipped: 2 }, 5310, '5,310 loaded numbers; 2 rows skipped'],
])('%o with %i counted: %s', (scope, counted, words) => {
  expect(figureWords(scope, counted)).toBe(words);
});

test('a destination is said in a sentence, with how much of it is not encrypted', () => {
  const hooks = { kind: 'url', name: 'hooks.example.com', numbers: 412, plainHttp: 3 } as const;
  expect(destinationWords('messages', { places: [hooks], nowhere: 1, off: 9 })).toBe(
    '412 numbers send messages to hooks.example.com, 3 of them over plain http. 1 number accepts messages but has no destination.',
  );
  expect(destinationWords('calls', { places: [], nowhere: 0, off: 9 })).toBe('');
});

test('W7 a copied cell is neither a formula nor two cells', () => {
  const rows = [
    ['=1+1\tb', 2],
    ['"Desk', 1],
  ] as const;
  expect(figureTsv({ headers: ['Destination', 'Numbers'], rows })).toBe(
    `Destination\tNumbers\n"'=1+1\tb"\t2\n"""Desk"\t1`,
  );
});
