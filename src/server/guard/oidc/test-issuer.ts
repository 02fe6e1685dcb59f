import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';

export const clientId = 'rented-numbers';
export const clientSecret = 'a-secret-of-the-client';

const now = () => Math.floor(Date.now() / 1000);

/** For specs: how a token is made where it is not made well. */
export interface Making {
  /** Claims that differ from good ones; undefined leaves one out. */
  claims?: Record<string, unknown>;
  /** Signed by a key that is not the issuer's. */
  byStranger?: boolean;
  /** Not signed at all. */
  unsigned?: boolean;
  /** Signed with the secret of the client. */
  withSecret?: boolean;
  type?: string;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * For specs: an issuer with keys of its own that hands out any ID token, good or bad. It has no
 * page: the spec takes the part of the browser.
 */
export async function startTestIssuer() {
  const own = await generateKeyPair('ES256');
  const strange = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'ES256', use: 'sig' };
  let answerToken = (_: URLSearchParams, response: ServerResponse) =>
    sendJson(response, { error: 'invalid_grant' }, 400);
  let userInfo: Record<string, unknown> | null = null;
  const redeemed: { fields: URLSearchParams; authorization: string | undefined }[] = [];

  async function take(request: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    if (pathname === '/.well-known/openid-configuration') {
      return sendJson(response, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        ...(userInfo && { userinfo_endpoint: `${issuer}/me` }),
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
      });
    }
    if (pathname === '/keys') return sendJson(response, { keys: [jwk] });
    if (pathname === '/me') return sendJson(response, userInfo);
    let body = '';
    for await (const chunk of request) body += chunk;
    const fields = new URLSearchParams(body);
    redeemed.push({ fields, authorization: request.headers.authorization });
    return answerToken(fields, response);
  }
  const standIn = await startStandIn((request, response) => void take(request, response));
  const issuer = `http://localhost:${standIn.port}`;

  async function sign(good: JWTPayload, making: Making): Promise<string> {
    const { claims = {}, byStranger, unsigned, withSecret, type } = making;
    const all = JSON.parse(JSON.stringify({ ...good, ...claims, undefined }));
    for (const [name, value] of Object.entries(claims)) if (value === undefined) delete all[name];
    if (unsigned) return `${encode({ alg: 'none' })}.${encode(all)}.`;
    const token = new SignJWT(all);
    if (withSecret) {
      return token.setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(clientSecret));
    }
    return token
      .setProtectedHeader({ alg: 'ES256', kid: 'own', ...(type && { typ: type }) })
      .sign(byStranger ? strange.privateKey : own.privateKey);
  }

  return {
    issuer,
    redeemed,
    /** Lists an address for more about the person, with this answer. */
    tellsAtUserInfo(claims: Record<string, unknown>) {
      userInfo = claims;
    },
    /** From now on a code is redeemed for an ID token with this nonce. */
    async hands(nonce: string, making: Making = {}) {
      const good = { iss: issuer, sub: 'ann', aud: clientId, nonce, iat: now(), exp: now() + 300 };
      const token = await sign({ ...good, name: 'Ann Lee', groups: ['ops'], sid: 's1' }, making);
      answerToken = (_, response) =>
        sendJson(response, {
          access_token: 'an-access-token',
          token_type: 'Bearer',
          id_token: token,
        });
    },
    answers(status: number, body: unknown, headers: Record<string, string> = {}) {
      answerToken = (_, response) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        return sendJson(response, body, status);
      };
    },
    /** The message that somebody has logged out. */
    logoutToken: (making: Making = {}) =>
      sign(
        {
          iss: issuer,
          aud: clientId,
          iat: now(),
          exp: now() + 120,
          jti: crypto.randomUUID(),
          sub: 'ann',
          sid: 's1',
          events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
        },
        { type: 'logout+jwt', ...making },
      ),
    close: standIn.close,
  };
}

export type TestIssuer = Awaited<ReturnType<typeof startTestIssuer>>;
