import * as v from 'valibot';

/** An older message is refused. */
export const logoutTokenMs = 5 * 60 * 1000;

const event = 'http://schemas.openid.net/event/backchannel-logout';

/** OpenID Connect Back-Channel Logout 1.0, section 2.4, without what the signature's check covers. */
const schema = v.pipe(
  v.object({
    iss: v.string(),
    jti: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
    sub: v.optional(v.string()),
    sid: v.optional(v.string()),
    events: v.object({ [event]: v.record(v.string(), v.unknown()) }),
    // An ID token has a nonce, and must never pass for a logout token.
    nonce: v.optional(v.never()),
  }),
  v.check(({ sub, sid }) => sub !== undefined || sid !== undefined),
);

/** Whose sessions end, and the name of the message, which counts once. */
export interface LoggedOut {
  issuer: string;
  subject: string | undefined;
  sid: string | undefined;
  jti: string;
}

/** @throws ValiError when the claims are not those of a logout. */
export function checkLogoutClaims(claims: unknown): LoggedOut {
  const { iss: issuer, sub: subject, sid, jti } = v.parse(schema, claims);
  return { issuer, subject, sid, jti };
}
