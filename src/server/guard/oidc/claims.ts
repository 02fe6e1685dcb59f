import * as v from 'valibot';
import type { Person } from '../../people/person.ts';

const mostLetters = 100;
const mostGroups = 500;

/** Characters that could steer a terminal, or turn the direction of the text beside them. */
const steering = /[\p{Cc}\p{Cs}\p{Co}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** A text of the provider for the page and the log: short, and on one line. */
const cleaned = (text: string): string =>
  [...text.replace(steering, '').trim()].slice(0, mostLetters).join('');

const text = v.fallback(v.string(), '');
const namesSchema = v.object({ name: text, preferred_username: text, email: text });

/** The name of a person, in the order of how well it reads; empty when there is none. */
export function nameIn(claims: Readonly<Record<string, unknown>>): string {
  const names = v.parse(namesSchema, {
    name: claims.name,
    preferred_username: claims.preferred_username,
    email: claims.email,
  });
  return cleaned(names.name) || cleaned(names.preferred_username) || cleaned(names.email);
}

/** The claim itself, or the one inside an object, such as `realm_access.roles`. */
function claimIn(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  const [, outer = '', inner = ''] = /^([^.]+)\.(.+)$/.exec(name) ?? [];
  const object = v.safeParse(v.record(v.string(), v.unknown()), claims[outer]);
  return object.success && inner !== '' ? claimIn(object.output, inner) : undefined;
}

/** The groups in a claim, which is a list or a single text; null when there is no such claim. */
export function groupsIn(
  claims: Readonly<Record<string, unknown>>,
  claim: string,
): string[] | null {
  const value = claimIn(claims, claim);
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return null;
  return value.filter((one) => typeof one === 'string').slice(0, mostGroups);
}

const elsewhereSchema = v.object({ _claim_names: v.record(v.string(), v.unknown()) });

/**
 * Why some groups of a person are not read; null when all are.
 *
 * - `more than 500`: the others are left out.
 * - `not in the token`: the claim only names another address (OpenID Connect Core 1.0, section
 *   5.6.2). Microsoft Entra ID does so for a person with more than 200 groups.
 */
export function groupsLeftOut(
  claims: Readonly<Record<string, unknown>>,
  claim: string,
): 'more than 500' | 'not in the token' | null {
  const value = claimIn(claims, claim);
  if (Array.isArray(value) && value.length > mostGroups) return 'more than 500';
  const elsewhere = v.safeParse(elsewhereSchema, claims);
  const isElsewhere = elsewhere.success && Object.hasOwn(elsewhere.output._claim_names, claim);
  return value === undefined && isElsewhere ? 'not in the token' : null;
}

/** What the provider vouches for, without the role. */
export type Vouched = Omit<Person, 'role'>;

const idSchema = v.object({
  iss: v.string(),
  sub: v.string(),
  sid: v.fallback(v.nullable(v.string()), null),
});

/** The person of a set of claims, of which issuer and subject were checked. */
export function personIn(claims: Readonly<Record<string, unknown>>, groupsClaim: string): Vouched {
  const {
    iss: issuer,
    sub: subject,
    sid,
  } = v.parse(idSchema, {
    iss: claims.iss,
    sub: claims.sub,
    sid: claims.sid,
  });
  return {
    name: nameIn(claims) || cleaned(subject) || issuer,
    provider: { issuer, subject, sid },
    groups: groupsIn(claims, groupsClaim) ?? [],
  };
}

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
