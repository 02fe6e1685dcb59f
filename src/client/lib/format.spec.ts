import { expect, test, vi } from 'vitest';
import { formatCountry, formatOriginal, formatPlural } from './format.ts';

test.each([
  ['2016-03-31T11:16:59+03:00', '2016-03-31 11:16:59 UTC+03:00'],
  ['2016-03-31T11:16:59-07:30', '2016-03-31 11:16:59 UTC-07:30'],
  ['2016-03-31T11:16:59Z', '2016-03-31T11:16:59Z'],
  ['yesterday', 'yesterday'],
])('%s as the API gave it is %s', (iso, shown) => {
  expect(formatOriginal(iso)).toBe(shown);
});

test('one is singular, everything else plural', () => {
  expect([0, 1, 2].map((count) => formatPlural(count, 'row'))).toEqual([
    '0 rows',
    '1 row',
    '2 rows',
  ]);
  expect(formatPlural(2, 'match', 'matches')).toBe('2 matches');
});

test('a country has a name; what is none has not', () => {
  expect(formatCountry('GB')).toBe('United Kingdom');
  expect(['', 'gb', 'GBR', '44', 'QQ'].map(formatCountry)).toEqual(Array(5).fill(undefined));
});

test('W19 whole counts keep their mark for thousands in the locale of machines too', async () => {
  const { NumberFormat } = Intl;
  class OfMachines extends NumberFormat {
    constructor(locales = 'en-US-u-va-posix', options?: Intl.NumberFormatOptions) {
      super(locales, options);
    }
  }
  expect(new OfMachines().format(1310)).toBe('1310');
  vi.stubGlobal('Intl', Object.create(Intl, { NumberFormat: { value: OfMachines } }));
  vi.resetModules();
  const ofMachines = await import('./format.ts');
  vi.unstubAllGlobals();
  vi.resetModules();
  expect(ofMachines.formatCount(5310)).toBe('5,310');
});
