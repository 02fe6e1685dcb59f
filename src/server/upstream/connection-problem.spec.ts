import { describe, expect, test } from 'vitest';
import { ConnectionFailure, UnreachedError } from './connection-errors.ts';
import { connectionProblem } from './connection-problem.ts';

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

  test.each([undefined, 'not a code', 'A\nB', ''])('%j is no code', (code) => {
    const problem = connectionProblem(connecting(code), false);
    expect(problem).toMatchObject({ code: 'upstream_unreachable', reason: undefined });
    expect(problem.message).not.toContain('canary');
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
