/**
 * Milliseconds to wait, from a `Retry-After` header: whole seconds or an HTTP date (RFC 9110,
 * section 10.2.3). A date in the past is no wait.
 *
 * @returns undefined when the header is missing or is neither.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]{2}, /.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
