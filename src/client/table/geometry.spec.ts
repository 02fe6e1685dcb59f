import { expect, test } from 'vitest';
import { heightsOf } from './geometry.ts';

const taste = (isCompact: boolean) => ({ isCompact });
const desk = { isPhone: false, isFinger: false };
const tablet = { isPhone: false, isFinger: true };
const phone = { isPhone: true, isFinger: true };

test('a row has room for its lines, and more under a larger text', () => {
  expect(heightsOf(taste(false), 1, desk)).toEqual({ header: 32, row: 34 });
  expect(heightsOf(taste(true), 1, desk)).toEqual({ header: 32, row: 28 });
  expect(heightsOf(taste(false), 1.5, desk)).toEqual({ header: 41, row: 44 });
});

test('a finger hits a row of 44 pixels, also a compact one', () => {
  expect(heightsOf(taste(true), 1, tablet)).toEqual({ header: 44, row: 44 });
  expect(heightsOf(taste(false), 2, tablet)).toEqual({ header: 49, row: 53 });
});

test('a row of a phone has two lines, whatever the density', () => {
  expect(heightsOf(taste(true), 1, phone)).toEqual({ header: 0, row: 64 });
  expect(heightsOf(taste(false), 1.5, phone)).toEqual({ header: 0, row: 84 });
});
