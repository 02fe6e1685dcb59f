import { expect, test } from 'vitest';
import { paperClasses } from './paper-fit.ts';

test.each([
  [600, 'across-usual upright-usual'],
  [702, 'across-usual upright-usual'],
  [704, 'across-usual upright-dense'],
  [937, 'across-usual upright-dense'],
  [938, 'across-usual upright-records'],
  [966, 'across-dense upright-records'],
  [1286, 'across-dense upright-records'],
  [1288, 'across-records upright-records'],
])('a table of at least %i pixels is %s', (least, classes) => {
  expect(paperClasses(least)).toBe(classes);
});
