import { expect, test, vi } from 'vitest';
import { compareTexts, formatCountry, formatOriginal, formatPlural, isolate } from './format.ts';

/** The module as a browser of another language loads it. */
async function inBrowserOf(locale: string) {
  const { NumberFormat, DateTimeFormat } = Intl;
  class Numbers extends NumberFormat {
    constructor(locales = locale, options?: Intl.NumberFormatOptions) {
      super(locales, options);
    }
  }
  class Dates extends DateTimeFormat {
    constructor(locales = locale, options?: Intl.DateTimeFormatOptions) {
      super(locales, options);
    }
  }
  vi.stubGlobal(
    'Intl',
    Object.create(Intl, { NumberFormat: { value: Numbers }, DateTimeFormat: { value: Dates } }),
  );
  vi.resetModules();
  const format = { ...(await import('./format.ts')), ...(await import('./format-month.ts')) };
  vi.unstubAllGlobals();
  vi.resetModules();
  return format;
}

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

test('countries have English names and English order in every browser', async () => {
  const german = await inBrowserOf('de-DE');
  expect(german.formatCountry('AT')).toBe('Austria');
  expect(['Zürich', 'Aland', 'Ärnten', 'Austria'].sort(compareTexts)).toEqual([
    'Aland',
    'Ärnten',
    'Austria',
    'Zürich',
  ]);
});

test('text from right to left is isolated, and nothing else', () => {
  expect(isolate('רומא')).toBe('\u2068רומא\u2069');
  expect(isolate('١٢')).toBe('\u2068١٢\u2069');
  expect(['Roma', '2016年3月31日', '12', ''].map(isolate)).toEqual([
    'Roma',
    '2016年3月31日',
    '12',
    '',
  ]);
});

const noon = '2024-03-31T12:00:00Z';

test.each([
  ['de-DE', '31.03.2024', '5.310', 'März 2024'],
  ['ja-JP', '2024/03/31', '5,310', '2024年3月'],
  ['he-IL', '\u206831 במרץ 2024\u2069', '5,310', '\u2068מרץ 2024\u2069'],
  ['ar-EG', '\u2068٣١\u200f/٠٣\u200f/٢٠٢٤\u2069', '\u2068٥٬٣١٠\u2069', '\u2068مارس ٢٠٢٤\u2069'],
])('a browser of %s writes dates and counts its way', async (locale, day, count, month) => {
  const format = await inBrowserOf(locale);
  expect(format.formatDay(noon)).toBe(day);
  expect(format.formatCount(5310)).toBe(count);
  expect(format.formatMonth(new Date(noon))).toBe(month);
});

test('months of renting are of one calendar, whatever calendar the days are in', async () => {
  const thai = await inBrowserOf('th-TH');
  expect(thai.formatDay(noon)).toContain('2567');
  expect(thai.formatMonth(new Date(noon))).toContain('2024');
  expect(thai.formatYear(new Date(noon))).toContain('2024');
});

test('W19 whole counts keep their mark for thousands in the locale of machines too', async () => {
  expect(new Intl.NumberFormat('en-US-u-va-posix').format(1310)).toBe('1310');
  const ofMachines = await inBrowserOf('en-US-u-va-posix');
  expect(ofMachines.formatCount(5310)).toBe('5,310');
});
