import type { ApiError } from '../lib/api-error.ts';

interface FailureWords {
  title: string;
  /** What it means and what helps; the server's own words where they say more. */
  detail: string;
}

/** The one presenter of failures: every code, in words for the person at the desk. */
export function failureWords(error: ApiError): FailureWords {
  const detail = error.message;
  switch (error.code) {
    case 'unauthenticated':
      return { title: 'Not signed in', detail: 'Sign in to go on. What is loaded stays here.' };
    case 'wrong_password':
      return { title: 'That is not the password', detail: 'Try again.' };
    case 'throttled':
      return { title: 'Too many attempts', detail };
    case 'busy':
      return { title: 'The dashboard server has too much to do', detail };
    case 'cross_site':
      return { title: 'The dashboard server took this page for another site', detail };
    case 'upstream_auth':
      return { title: 'Apifonica refused the credentials', detail };
    case 'upstream_account':
      return { title: 'Apifonica does not know this account', detail };
    case 'upstream_rate_limited':
      return {
        title: 'Apifonica asks for fewer requests',
        detail: 'Loading goes on by itself after the wait.',
      };
    case 'upstream_unavailable':
      return { title: 'Apifonica has a problem', detail };
    case 'upstream_unreachable':
      return { title: 'Apifonica cannot be reached', detail };
    case 'upstream_timeout':
      return { title: 'Apifonica is too slow to answer', detail };
    case 'upstream_malformed':
    case 'upstream_contract':
      return { title: 'Apifonica sent an answer that cannot be trusted', detail };
    case 'cursor_expired':
    case 'invalid_cursor':
      return {
        title: 'The place in the list was lost',
        detail:
          'Apifonica forgot it while the list was being read again. Try once more, or refresh.',
      };
    case 'server_unreachable':
      return navigator.onLine
        ? {
            title: 'The dashboard server does not answer',
            detail: 'Is it still running? What is loaded stays here.',
          }
        : { title: 'You are offline', detail: 'What is loaded stays here.' };
    case 'stream_cut':
      return {
        title: 'The connection broke off',
        detail: 'What came so far stays here; loading can go on from there.',
      };
    case 'invalid_query':
    case 'invalid_body':
    case 'body_too_large':
    case 'body_type':
    case 'not_found':
    case 'method_not_allowed':
    case 'internal':
    case 'server_unexpected':
      return { title: 'The dashboard server had a problem', detail };
  }
}
