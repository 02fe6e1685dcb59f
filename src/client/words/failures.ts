import type { FailureCode } from '../lib/api-error.ts';

const untrusted = 'Apifonica sent an answer that cannot be trusted';
const placeLost = 'The place in the list was lost';
const placeLostDetail =
  'Apifonica forgot it while the list was being read again. Try once more, or refresh.';
const serverProblem = 'The dashboard server had a problem';

/** Why something failed, by code. */
export const titles: Record<FailureCode, string> = {
  unauthenticated: 'Not signed in',
  wrong_password: 'That is not the password',
  throttled: 'Too many attempts',
  busy: 'The dashboard server has too much to do',
  forwarded: 'The dashboard has no sign-in, so it serves nobody through a proxy',
  cross_site: 'The dashboard server took this page for another site',
  upstream_auth: 'Apifonica refused the credentials',
  upstream_account: 'Apifonica does not know this account',
  upstream_rate_limited: 'Apifonica asks for fewer requests',
  upstream_unavailable: 'Apifonica has a problem',
  upstream_unreachable: 'Apifonica cannot be reached',
  upstream_distrusted: 'The certificate of Apifonica’s server is not trusted',
  upstream_proxy: 'The proxy refused the way to Apifonica',
  upstream_timeout: 'Apifonica is too slow to answer',
  upstream_malformed: untrusted,
  upstream_contract: untrusted,
  pages_loop: untrusted,
  cursor_expired: placeLost,
  invalid_cursor: placeLost,
  server_unreachable: 'The dashboard server does not answer',
  stream_cut: 'The connection broke off',
  invalid_query: serverProblem,
  invalid_body: serverProblem,
  body_too_large: serverProblem,
  body_type: serverProblem,
  body_stalled: 'The request did not reach the dashboard server whole',
  not_found: serverProblem,
  method_not_allowed: serverProblem,
  internal: serverProblem,
  server_status: serverProblem,
  server_unreadable: serverProblem,
  page_failed: 'The page had an error',
};

/** What it means and what helps, where the server itself does not say it. */
export const details: Partial<Record<FailureCode, string>> = {
  unauthenticated: 'Sign in to go on. What is loaded stays here.',
  wrong_password: 'Try again.',
  upstream_rate_limited: 'Loading goes on by itself after the wait.',
  pages_loop: 'Apifonica’s pages lead back to earlier ones.',
  cursor_expired: placeLostDetail,
  invalid_cursor: placeLostDetail,
  server_unreachable: 'Is it still running? What is loaded stays here.',
  stream_cut: 'What came so far stays here; loading can go on from there.',
  server_unreadable: 'The dashboard server sent an answer this page cannot read.',
  page_failed: 'What is loaded stays here.',
};

export const offline = 'You are offline';
export const offlineDetail = 'What is loaded stays here.';
export const answeredWithStatus = (status: string) =>
  `The dashboard server answered with status ${status}.`;
export const partsRead = (done: string, all: string) =>
  `${done} of ${all} parts of the list were read to their end.`;
