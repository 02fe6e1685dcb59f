import { expect, test } from 'vitest';
import { documentedTypes, typeLabel } from './type-label.ts';

test.each([
  ['toll_free', 'Toll-free'],
  ['sip', 'SIP'],
  ['shared_cost', 'shared cost'],
  ['constructor', 'constructor'],
])('%s is shown as %s', (type, label) => {
  expect(typeLabel(type)).toBe(label);
});

test('the documented types are those of the vendor', () => {
  expect(documentedTypes).toEqual(['local', 'mobile', 'toll_free', 'sip']);
});
