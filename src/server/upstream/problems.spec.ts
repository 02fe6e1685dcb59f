import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '#contract/problem-kinds.ts';
import { connectionWords } from './connection-words.ts';
import { ConnectionFailure, UnreachedError } from './connections.ts';
import { connectionProblem, problemOfStatus, retryAfterMs } from './problems.ts';

const problem = (status: number, followed: boolean, retryAfter?: string) =>
  problemOfStatus({ status, retryAfter }, followed);

test.each<[status: number, first: ProblemCode, followed: ProblemCode]>([
  [204, 'upstream_contract', 'upstream_contract'],
  [302, 'upstream_contract', 'upstream_contract'],
  [400, 'upstream_contract', 'cursor_expired'],
  [401, 'upstream_auth', 'upstream_auth'],
  [403, 'upstream_auth', 'upstream_auth'],
  [404, 'upstream_account', 'upstream_account'],
  [410, 'upstream_account', 'cursor_expired'],
  [418, 'upstream_contract', 'upstream_contract'],
  [429, 'upstream_rate_limited', 'upstream_rate_limited'],
  [500, 'upstream_unavailable', 'upstream_unavailable'],
  [503, 'upstream_unavailable', 'upstream_unavailable'],
  [599, 'upstream_unavailable', 'upstream_unavailable'],
])('%i is %s, with a cursor %s', (status, first, followed) => {
  expect(problem(status, false).code).toBe(first);
  expect(problem(status, true).code).toBe(followed);
  for (const one of [problem(status, false), problem(status, true)]) {
    expect(one.message).toMatch(/^\w.+\.$/);
  }
});

test('how long to wait is passed on where the upstream may say it', () => {
  expect(problem(429, false, '2').retryAfterMs).toBe(2000);
  expect(problem(503, false, '30').retryAfterMs).toBe(30_000);
  expect(problem(429, false).retryAfterMs).toBeUndefined();
  expect(problem(401, false, '2').retryAfterMs).toBeUndefined();
});

const now = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['2', 2000],
  ['0', 0],
  [' 30 ', 30_000],
  ['Thu, 01 Jan 2026 00:00:05 GMT', 5000],
  ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
  ['-1', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['after Thu, 01 Jan 2026 00:00:05 GMT', undefined],
  ['99999999999', 365 * 24 * 60 * 60 * 1000],
  ['Thursday, 01-Jan-26 00:00:05 GMT', 5000],
  ['Thu Jan  1 00:00:05 2026', 5000],
  [undefined, undefined],
])('%j is %j ms', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms);
});

const failure = (code?: string) => Object.assign(new Error('canary'), code && { code });
const connecting = (code?: string) => new ConnectionFailure('upstream', failure(code));

describe('O8 each cause is told apart by its code', () => {
  test.each([
    ['ENOTFOUND', 'upstream_unreachable', 'is not known (ENOTFOUND). Check APIFONICA_API_URL'],
    ['EAI_AGAIN', 'upstream_unreachable', 'could not be looked up (EAI_AGAIN)'],
    ['ECONNREFUSED', 'upstream_unreachable', 'are refused (ECONNREFUSED)'],
    ['ECONNRESET', 'upstream_unreachable', 'broke off (ECONNRESET)'],
    ['ETIMEDOUT', 'upstream_unreachable', 'was made in time (ETIMEDOUT)'],
    ['UND_ERR_CONNECT_TIMEOUT', 'upstream_unreachable', '(UND_ERR_CONNECT_TIMEOUT)'],
    ['EHOSTUNREACH', 'upstream_unreachable', 'No network leads to'],
    ['ENETUNREACH', 'upstream_unreachable', 'No network leads to'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'upstream_unreachable', 'No encrypted connection'],
    ['HPE_INVALID_CONSTANT', 'upstream_unreachable', '(HPE_INVALID_CONSTANT)'],
    ['CERT_HAS_EXPIRED', 'upstream_distrusted', 'has expired (CERT_HAS_EXPIRED). Nothing was sent'],
    ['CERT_NOT_YET_VALID', 'upstream_distrusted', 'is not valid yet (CERT_NOT_YET_VALID)'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'upstream_distrusted', 'NODE_EXTRA_CA_CERTS'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'upstream_distrusted', 'NODE_EXTRA_CA_CERTS'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'upstream_distrusted', 'NODE_EXTRA_CA_CERTS'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'upstream_distrusted', 'NODE_EXTRA_CA_CERTS'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'upstream_distrusted', 'for another name'],
    ['CERT_REVOKED', 'upstream_distrusted', 'is not valid (CERT_REVOKED)'],
    ['INVALID_PURPOSE', 'upstream_distrusted', 'is not valid (INVALID_PURPOSE)'],
  ])('%s', (reason, code, words) => {
    const problem = connectionProblem(connecting(reason), false);
    expect(problem).toMatchObject({ code, reason });
    expect(problem.message).toContain(words);
  });

  test.each([undefined, 'not a code', 'A\nB', '', 'ECONNRESET of canary', 'canary: ECONNRESET'])(
    '%j is no code',
    (code) => {
      const problem = connectionProblem(connecting(code), false);
      expect(problem).toMatchObject({ code: 'upstream_unreachable', reason: undefined });
      const { what, remedy } = connectionWords('', 'upstream');
      expect(problem.message).toBe(`${what}. ${remedy}`);
    },
  );

  test('a failure that is no error has no code either', () => {
    expect(connectionProblem(undefined, false)).toMatchObject({
      code: 'upstream_unreachable',
      reason: undefined,
    });
  });

  test.each([
    ['ECONNREFUSED', 'upstream_unreachable', 'Connections to the proxy are refused'],
    ['ENOTFOUND', 'upstream_unreachable', 'The name of the proxy is not known'],
    ['CERT_HAS_EXPIRED', 'upstream_distrusted', 'The certificate of the proxy has expired'],
  ])('%s on the way to the proxy', (cause, code, words) => {
    const problem = connectionProblem(new ConnectionFailure('proxy', failure(cause)), false);
    expect(problem).toMatchObject({ code, reason: `PROXY_${cause}` });
    expect(problem.message).toContain(words);
    expect(problem.message).not.toContain('APIFONICA_API_URL');
  });

  test.each([
    [407, 'upstream_proxy', 'asks for a user and password'],
    // tinyproxy answers 401 to wrong credentials.
    [401, 'upstream_proxy', 'asks for a user and password'],
    [403, 'upstream_proxy', 'refuses the way'],
    [405, 'upstream_proxy', 'refuses the way'],
    [500, 'upstream_unreachable', 'could not reach'],
    [502, 'upstream_unreachable', 'could not reach'],
    [503, 'upstream_unreachable', 'could not reach'],
  ])('a proxy that answers %i', (status, code, words) => {
    const refused = new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`);
    const problem = connectionProblem(new ConnectionFailure('proxy', refused), false);
    expect(problem).toMatchObject({ code, reason: `PROXY_${status}` });
    expect(problem.message).toContain(words);
  });
});

describe('O6 failures that may pass by themselves', () => {
  test.each(['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'ETIMEDOUT', 'ENETUNREACH'])(
    '%s may pass, while no part of an answer has come',
    (code) => {
      expect(connectionProblem(connecting(code), false)).toBeInstanceOf(UnreachedError);
      expect(connectionProblem(failure(code), false)).toBeInstanceOf(UnreachedError);
      expect(connectionProblem(failure(code), true)).not.toBeInstanceOf(UnreachedError);
    },
  );

  test.each(['ENOTFOUND', 'CERT_HAS_EXPIRED', 'EPROTO', 'HPE_INVALID_CONSTANT'])(
    '%s does not pass',
    (code) => {
      expect(connectionProblem(connecting(code), false)).not.toBeInstanceOf(UnreachedError);
    },
  );
});
