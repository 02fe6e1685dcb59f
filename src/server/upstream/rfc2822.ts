const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** `mar` as `03`. */
const monthNumbers = new Map(months.map((name, at) => [name, String(at + 1).padStart(2, '0')]));

const dayName = '(?:(?:mon|tue|wed|thu|fri|sat|sun) ?, ?)?';
const date = '(\\d{1,2}) ([a-z]{3}) (\\d{2,4})';
const time = '([01]\\d|2[0-3]) ?: ?([0-5]\\d)(?: ?: ?([0-5]\\d|60))?';
const zone = '([+-](?:0\\d|1[0-4])[0-5]\\d|[a-z]{1,5})';
const pattern = new RegExp(`^${dayName}${date} ${time} ?${zone}$`, 'i');

/** Section 4.3: the zone names with a meaning; any other name says nothing about the offset. */
const zones = new Map([
  ['ut', '+0000'],
  ['gmt', '+0000'],
  ['z', '+0000'],
  ['edt', '-0400'],
  ['est', '-0500'],
  ['cdt', '-0500'],
  ['cst', '-0600'],
  ['mdt', '-0600'],
  ['mst', '-0700'],
  ['pdt', '-0700'],
  ['pst', '-0800'],
]);
const unknownZone = '-0000';

/**
 * The text with each comment replaced by a space; comments may be nested. null when one has no end.
 */
function withoutComments(text: string): string | null {
  let rest = '';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at];
    if (one === '(') depth += 1;
    else if (one === ')') depth -= 1;
    // A quoted pair: the next character is never a bracket.
    else if (one === '\\' && depth > 0) at += 1;
    else if (depth === 0) rest += one;
    if (depth < 0) return null;
    if (one === ')' && depth === 0) rest += ' ';
  }
  return depth === 0 ? rest : null;
}

/** Folding white space becomes one space, and is dropped at both ends. */
const unfolded = (text: string) => text.replace(/[ \t\r\n]+/g, ' ').trim();

/** Section 4.3: two digits mean 1950 to 2049, three count from 1900. */
function fullYear(digits: string): string {
  if (digits.length === 4) return digits;
  const year = Number(digits);
  return String(digits.length === 2 && year < 50 ? 2000 + year : 1900 + year);
}

/** The last day of a month (1 to 12), in the Gregorian calendar. */
function lastDay(month: number, year: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * `Thu, 31 Mar 2016 11:16:59 +0300` as `2016-03-31T11:16:59+03:00`: ISO 8601, same offset. Written
 * by hand: reading the forty dates of a page with `Date` took as long as all other checks of its
 * rows.
 *
 * Reads all of RFC 2822 section 3.3 and the obsolete forms of RFC 5322 section 4.3: folding white
 * space and comments anywhere, no day of the week, no seconds, short years, zones by name. A leap
 * second becomes the second before, and an unknown zone becomes `-00:00`, as in RFC 3339.
 *
 * @returns null when the text is none of these, or names a day that does not exist.
 */
export function isoFromRfc2822(text: string): string | null {
  const plain = text.includes('(') ? withoutComments(text) : text;
  const match = plain === null ? null : pattern.exec(unfolded(plain));
  if (!match) return null;
  const [, dayText = '', name = '', yearText = '', hour, minute, seconds = '00', zoneText = ''] =
    match;
  const month = monthNumbers.get(name.toLowerCase());
  const year = fullYear(yearText);
  const day = dayText.padStart(2, '0');
  if (month === undefined || day === '00') return null;
  if (day > '28' && Number(day) > lastDay(Number(month), Number(year))) return null;
  const second = seconds === '60' ? '59' : seconds;
  const isNamed = /[a-z]/i.test(zoneText);
  const offset = isNamed ? (zones.get(zoneText.toLowerCase()) ?? unknownZone) : zoneText;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset.slice(0, 3)}:${offset.slice(3)}`;
}
