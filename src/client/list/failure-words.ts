import type { ApiError } from '../lib/api-error.ts';
import { theLoadedRows } from '../words/common.ts';
import * as words from './failure-code-words.ts';

interface FailureWords {
  title: string;
  /** The meaning of the failure and its remedy, or the server's own words where they say more. */
  detail: string;
}

/** What filters and search cover without a network. */
export const offlineWords = (loaded: number): FailureWords => ({
  title: words.offlineCovers(theLoadedRows(loaded)),
  detail: words.goesOnWhenBack,
});

/**
 * The failure of a list of which `loaded` rows are here: without a server they answer alone.
 *
 * @param goesOn whether the server is asked again and again.
 */
export function partFailureWords(error: ApiError, loaded: number, goesOn: boolean): FailureWords {
  const plain = failureWords(error, true);
  if (error.code !== 'server_unreachable') return plain;
  if (!navigator.onLine) return offlineWords(loaded);
  return {
    title: words.awayCovers(words.titles[error.code], theLoadedRows(loaded)),
    detail: goesOn ? words.goesOnWhenBack : plain.detail,
  };
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
