import { expect, test } from 'vitest';
import { mayGoOn } from './may-go-on.ts';

test.each([
  ['44207946', true],
  ['442079460', true],
  ['44207946000', true],
  ['442079460001', false],
  ['4420794600012', false],
  ['1212555012', true],
  ['12125550123', false],
  ['37250123', true],
  ['999123456789', false],
])('whether %s may get further digits: %s', (digits, isUnfinished) => {
  expect(mayGoOn(digits)).toBe(isUnfinished);
});
