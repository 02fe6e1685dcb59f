// The locale of machines, C or POSIX, has no mark for thousands; every other one has for a million.
const hasGroups = new Intl.NumberFormat().format(1e6) !== '1000000';
const integer = new Intl.NumberFormat(undefined, { useGrouping: hasGroups ? 'auto' : 'always' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const regionNames = new Map<string, string | undefined>();

/** Letters that are written from right to left, Arabic digits, and marks of that direction. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Puts a value that is written from right to left between the marks of an isolate (UAX #9), so that
 * the English words around it keep their places. Titles and announcements have no `bdi` for this.
 */
export const isolate = (value: string) =>
  rightToLeft.test(value) ? `\u2068${value}\u2069` : value;

/** A text to paste elsewhere, without those marks: other programs would compare and search for them. */
export const withoutIsolates = (text: string) => text.replace(/[\u2068\u2069]/g, '');

export const formatCount = (count: number) => isolate(integer.format(count));

/** `1 number`, `240 numbers`: English plurals only, as the page is in English. */
export const formatPlural = (count: number, one: string, many = `${one}s`) =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** A day in the reader's own time zone. */
export const formatDay = (iso: string) => isolate(day.format(new Date(iso)));
export const formatMoment = (iso: string) => isolate(moment.format(new Date(iso)));
export const formatClock = (epochMs: number) => isolate(clock.format(epochMs));

/** `2016-03-31T11:16:59+03:00` as `2016-03-31 11:16:59 UTC+03:00`: the moment as the API gave it. */
export function formatOriginal(iso: string): string {
  const [, date, time, offset] = /^(.+)T(.+)([+-]\d\d:\d\d)$/.exec(iso) ?? [];
  return date ? `${date} ${time} UTC${offset}` : iso;
}

/** The country's English name; none for what is no known country. */
export function formatCountry(code: string): string | undefined {
  if (!regionNames.has(code)) {
    regionNames.set(code, /^[A-Z]{2}$/.test(code) ? regions.of(code) : undefined);
  }
  return regionNames.get(code);
}

/** Compares texts in the order of English, the language of the page. */
export const { compare: compareTexts } = new Intl.Collator('en');
