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
