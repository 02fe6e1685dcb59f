/** A year; a longer wait is no useful answer. */
const longestSeconds = 365 * 24 * 60 * 60;

/**
 * Milliseconds to wait, from a `Retry-After` header: whole seconds or an HTTP date (RFC 9110,
 * section 10.2.3). A date in the past is no wait.
 *
 * @returns undefined when the header is missing or is neither.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text), longestSeconds) * 1000;
  // The two obsolete date formats are read too; that of asctime has no zone and means GMT.
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined;
  const date = Date.parse(/GMT$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
