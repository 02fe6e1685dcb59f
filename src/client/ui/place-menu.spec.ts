import { expect, test } from 'vitest';
import { placeMenu } from './place-menu.ts';

const window = { width: 800, height: 600 };
const menu = { width: 200, height: 150 };

test.each([
  ['below', { x: 100, top: 80, bottom: 100 }, { left: 100, top: 100 }],
  ['above, at the bottom', { x: 100, top: 500, bottom: 520 }, { left: 100, top: 350 }],
  ['to the left, at the right', { x: 790, top: 80, bottom: 100 }, { left: 594, top: 100 }],
  ['inside, where there is room on no side', { x: -9, top: 90, bottom: 590 }, { left: 6, top: 6 }],
])('%s', (_, anchor, expected) => {
  expect(placeMenu(anchor, menu, window)).toEqual(expected);
});
