// The locale of machines, C or POSIX, has no mark for thousands; every other one has for a million.
const hasGroups = new Intl.NumberFormat().format(1e6) !== '1000000';
const integer = new Intl.NumberFormat(undefined, { useGrouping: hasGroups ? 'auto' : 'always' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const regions = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'none' });
const regionNames = new Map<string, string | undefined>();

export const formatCount = (count: number) => integer.format(count);

/** `1 number`, `240 numbers`: English plurals only, as the page is in English. */
export const formatPlural = (count: number, one: string, many = `${one}s`) =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** A day in the reader's own time zone. */
export const formatDay = (iso: string) => day.format(new Date(iso));
export const formatMoment = (iso: string) => moment.format(new Date(iso));
export const formatClock = (epochMs: number) => clock.format(epochMs);

/** `2016-03-31T11:16:59+03:00` as `2016-03-31 11:16:59 UTC+03:00`: the moment as the API gave it. */
export function formatOriginal(iso: string): string {
  const [, date, time, offset] = /^(.+)T(.+)([+-]\d\d:\d\d)$/.exec(iso) ?? [];
  return date ? `${date} ${time} UTC${offset}` : iso;
}

/** The country's name in the reader's language; none for what is no country that is known there. */
export function formatCountry(code: string): string | undefined {
  if (!regionNames.has(code)) {
    regionNames.set(code, /^[A-Z]{2}$/.test(code) ? regions.of(code) : undefined);
  }
  return regionNames.get(code);
}
