import { expect, test } from 'vitest';
import { rules } from '#checks/rules.ts';
import { bitsOf, ruleBit, worstLevel } from './rule-bits.ts';

test('every rule has a bit of its own', () => {
  const bits = rules.map(({ id }) => ruleBit(id));
  expect(new Set(bits).size).toBe(rules.length);
  expect(rules.length).toBeLessThanOrEqual(32);
});

test('a level is its rules together', () => {
  for (const { id, level } of rules) expect(bitsOf(level) & ruleBit(id)).not.toBe(0);
  expect(bitsOf('error') & bitsOf('info')).toBe(0);
  expect(bitsOf('nope')).toBe(0);
  expect(bitsOf('constructor')).toBe(0);
});

test('the worst level is said', () => {
  expect(worstLevel(0)).toBeNull();
  expect(worstLevel(ruleBit('plain-http-webhook') | ruleBit('get-for-events'))).toBe('warning');
  expect(worstLevel(-1)).toBe('error');
});
