import type { FailureCode } from '../lib/api-error.ts';

const untrusted = 'Apifonica sent an invalid response';
const placeLost = 'The position in the list was lost';
const placeLostDetail =
  'Apifonica forgot the position while the list was being read again. Try again, or refresh.';
const serverProblem = 'The dashboard server had a problem';

/** The title of each failure. */
export const titles: Record<FailureCode, string> = {
  unauthenticated: 'Not signed in',
  wrong_password: 'Wrong password',
  throttled: 'Too many attempts',
  busy: 'The dashboard server is overloaded',
  store_unavailable: 'The dashboard server cannot reach its store',
  forwarded: 'The dashboard has no sign-in and refuses requests through a proxy',
  cross_site: 'The dashboard server mistook this page for another site',
  upstream_auth: 'Apifonica refused the credentials',
  upstream_account: 'Apifonica does not know this account',
  upstream_rate_limited: 'Apifonica is limiting requests',
  upstream_unavailable: 'Apifonica has a problem',
  upstream_unreachable: 'Apifonica cannot be reached',
  upstream_distrusted: 'The certificate of Apifonica’s server is not trusted',
  upstream_proxy: 'The proxy refused the connection to Apifonica',
  upstream_timeout: 'Apifonica did not answer in time',
  upstream_malformed: untrusted,
  upstream_contract: untrusted,
  pages_loop: untrusted,
  cursor_expired: placeLost,
  invalid_cursor: placeLost,
  server_unreachable: 'The dashboard server does not answer',
  stream_cut: 'The connection was lost',
  invalid_query: serverProblem,
  invalid_body: serverProblem,
  body_too_large: serverProblem,
  body_type: serverProblem,
  body_stalled: 'The request did not reach the dashboard server in full',
  not_found: serverProblem,
  account_gone: 'This account is not available',
  history_off: 'No history is kept here',
  snapshot_gone: 'This snapshot is not there any more',
  snapshot_under_way: 'Another snapshot is being taken',
  history_broken: 'The history has a problem',
  forbidden: 'You are not allowed to do this',
  method_not_allowed: serverProblem,
  internal: serverProblem,
  server_status: serverProblem,
  server_unreadable: serverProblem,
  page_failed: 'The page had an error',
};

/** Consequence and remedy, unless the server's own words say more. */
export const details: Partial<Record<FailureCode, string>> = {
  unauthenticated: 'Sign in to continue.',
  wrong_password: 'Try again.',
  account_gone: 'It was removed, or you may not read it.',
  history_off: 'The server is not set to keep the list.',
  snapshot_gone:
    'Old snapshots are dropped after a time. The list of now and newer ones are there.',
  upstream_rate_limited: 'Retrying automatically.',
  pages_loop: 'Apifonica’s pages lead back to earlier ones.',
  cursor_expired: placeLostDetail,
  invalid_cursor: placeLostDetail,
  server_unreachable: 'Is the server still running? Loaded numbers are kept.',
  stream_cut: 'Loaded numbers are kept; loading can resume from there.',
  server_unreadable: 'The dashboard server sent an answer this page cannot read.',
  page_failed: 'Loaded numbers are kept.',
};

/** For a person whose rows are on the page already. */
export const sessionEnded = 'Your session ended';
export const sessionEndedDetail = 'Sign in to continue; loaded numbers are kept.';

export const offline = 'You are offline';
export const offlineDetail = 'Loaded numbers are kept.';
/** While rows of a part of the list stand in for all of it. */
export const offlineCovers = (rows: string) => `Offline: filters and search cover ${rows}.`;
export const awayCovers = (title: string, rows: string) =>
  `${title}: filters and search cover ${rows}.`;
export const goesOnWhenBack = 'Loading continues when the connection is back.';
export const answeredWithStatus = (status: string) =>
  `The dashboard server answered with status ${status}.`;
export const partsRead = (done: string, all: string) => `${done} of ${all} parts finished.`;
