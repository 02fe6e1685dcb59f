import { expect, test } from 'vitest';
import { countryCodes } from './country-codes.ts';

test('the 249 codes of ISO 3166-1 and Kosovo, each once and in order', () => {
  expect(countryCodes).toHaveLength(250);
  expect(countryCodes).toContain('XK');
  expect(countryCodes).toEqual([...new Set(countryCodes)].toSorted());
});

test('each has a name', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  expect(countryCodes.filter((code) => names.of(code) === undefined)).toEqual([]);
});
