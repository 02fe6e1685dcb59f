import { afterEach, expect, test, vi } from 'vitest';
import { problemCodes } from '#contract/problem-kinds.ts';
import { ApiError, type FailureCode } from '../lib/api-error.ts';
import { failureWords } from './failure-words.ts';

const browserCodes = [
  'server_unreachable',
  'server_status',
  'server_unreadable',
  'stream_cut',
  'pages_loop',
  'page_failed',
] as const;
const codes: FailureCode[] = [...problemCodes, ...browserCodes];
const words = (code: FailureCode) => failureWords(new ApiError(code, 'What the server said.'));

afterEach(() => vi.unstubAllGlobals());

test.each(codes)('%s has words', (code) => {
  vi.stubGlobal('navigator', { onLine: true });
  const { title, detail } = words(code);
  expect(title).toMatch(/^[A-Z]\w+ /);
  expect(detail).toMatch(/[.?]$/);
  expect(title + detail).not.toContain(code);
});

test.each([
  ['upstream_auth', 'Apifonica refused the credentials'],
  ['upstream_account', 'Apifonica does not know this account'],
  ['upstream_contract', 'Apifonica sent an invalid response'],
  ['upstream_malformed', 'Apifonica sent an invalid response'],
  ['upstream_timeout', 'Apifonica did not answer in time'],
  ['upstream_unreachable', 'Apifonica cannot be reached'],
  ['upstream_distrusted', 'The certificate of Apifonica’s server is not trusted'],
  ['upstream_proxy', 'The proxy refused the connection to Apifonica'],
] as const)('%s is headed: %s', (code, title) => {
  expect(words(code)).toEqual({ title, detail: 'What the server said.' });
});

test('what only the browser can see has all of its words here', () => {
  vi.stubGlobal('navigator', { onLine: true });
  for (const code of browserCodes) {
    const { detail } = failureWords(new ApiError(code, '502'));
    expect(detail).toMatch(/^[A-Z].+[.?]$/);
  }
  expect(failureWords(new ApiError('server_status', '502')).detail).toContain('status 502.');
});

test('a server that does not answer is something else without a network', () => {
  vi.stubGlobal('navigator', { onLine: false });
  expect(words('server_unreachable').title).toBe('You are offline');
  vi.stubGlobal('navigator', { onLine: true });
  expect(words('server_unreachable').title).toBe('The dashboard server does not answer');
});

test('a session that ended is told apart from nobody signed in', () => {
  const refused = new ApiError('unauthenticated', 'What the server said.');
  expect(failureWords(refused).title).toBe('Not signed in');
  expect(failureWords(refused, true)).toEqual({
    title: 'Your session ended',
    detail: 'Sign in to continue; loaded numbers are kept.',
  });
});

test('the detail of the server is kept where it says what to do', () => {
  expect(words('upstream_auth').detail).toBe('What the server said.');
});
