import { expect, test } from 'vitest';
import { agoWords, durationWords } from './duration-words.ts';

const minute = 60_000;
const hour = 60 * minute;

test.each([
  [0, 'under a minute', 'just now'],
  [minute - 1, 'under a minute', 'just now'],
  [minute, '1 min', '1 min ago'],
  [hour - 1, '59 min', '59 min ago'],
  [hour, '1 h', '1 h ago'],
  [2 * hour + 5 * minute, '2 h 5 min', '2 h 5 min ago'],
  [24 * hour + 5 * minute, '24 h', '24 h ago'],
])('%i ms', (ms, duration, ago) => {
  expect(durationWords(ms)).toBe(duration);
  expect(agoWords(ms)).toBe(ago);
});
