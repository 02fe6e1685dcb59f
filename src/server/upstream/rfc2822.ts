const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const pattern =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;

/**
 * `Thu, 31 Mar 2016 11:16:59 +0300` as `2016-03-31T11:16:59+03:00`: ISO 8601, same offset.
 *
 * @returns null when the text is not a date in RFC 2822 section 3.3 with a numeric offset, or names
 * a day that does not exist.
 */
export function isoFromRfc2822(text: string): string | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [, day = '', month = '', year, hour, minute, second, sign, zoneHour, zoneMinute] = match;
  const monthNumber = String(months.indexOf(month) / 3 + 1).padStart(2, '0');
  const local = `${year}-${monthNumber}-${day.padStart(2, '0')}T${hour}:${minute}:${second}`;
  const reread = new Date(`${local}Z`);
  if (Number.isNaN(reread.valueOf()) || !reread.toISOString().startsWith(local)) return null;
  if (Number(zoneHour) > 14 || Number(zoneMinute) > 59) return null;
  return `${local}${sign}${zoneHour}:${zoneMinute}`;
}
