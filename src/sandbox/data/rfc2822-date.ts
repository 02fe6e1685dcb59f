/**
 * An instant as the vendor writes dates: `Thu, 31 Mar 2016 11:16:59 +0300` (RFC 2822 section 3.3).
 *
 * @param epochMs milliseconds since 1970 UTC
 * @param offsetMinutes minutes east of UTC, negative to the west
 */
export function rfc2822Date(epochMs: number, offsetMinutes: number): string {
  const sign = offsetMinutes < 0 ? '-' : '+';
  const minutes = Math.abs(offsetMinutes);
  const zone = `${Math.floor(minutes / 60)}`.padStart(2, '0') + `${minutes % 60}`.padStart(2, '0');
  // toUTCString has the right words and padding (ECMA-262); shifting the instant gives local time.
  const local = new Date(epochMs + offsetMinutes * 60_000).toUTCString();
  return local.replace('GMT', sign + zone);
}

/** The offset of a date that `rfc2822Date` wrote, in minutes east of UTC. */
export function offsetOf(date: string): number {
  const [sign = '+', hours = '00', minutes = '00'] = date.slice(-5).match(/^[+-]|\d\d/g) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
