import type { ApiError } from '../lib/api-error.ts';
import * as words from './failure-code-words.ts';

interface FailureWords {
  title: string;
  /** What it means and what helps; the server's own words where they say more. */
  detail: string;
}

/**
 * The one presenter of failures: every code, in words for the person at the desk.
 *
 * @param hasRows whether rows are on the page, so that somebody was signed in.
 */
export function failureWords({ code, message }: ApiError, hasRows = false): FailureWords {
  if (code === 'unauthenticated' && hasRows) {
    return { title: words.sessionEnded, detail: words.sessionEndedDetail };
  }
  if (code === 'server_unreachable' && !navigator.onLine) {
    return { title: words.offline, detail: words.offlineDetail };
  }
  const detail = code === 'server_status' ? words.answeredWithStatus(message) : message;
  return { title: words.titles[code], detail: words.details[code] ?? detail };
}
