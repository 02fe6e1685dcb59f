import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { roles } from '#contract/role.ts';

/**
 * Somebody who signed in, as a session keeps it.
 *
 * - `name`: shown on the page and in the log.
 * - `provider`: who vouches for the person: the issuer, its subject and its session; null for the
 *   password.
 * - `password`: names the password that opened the session, and does not tell it; absent for
 *   the provider's people.
 * - `groups`: the groups that the provider names.
 * - `role`: the role for everything; the groups of an account may allow less.
 */
export const personSchema = v.object({
  name: v.string(),
  provider: v.nullable(
    v.object({ issuer: v.string(), subject: v.string(), sid: v.nullable(v.string()) }),
  ),
  password: v.optional(v.string()),
  groups: v.array(v.string()),
  role: v.picklist(roles),
});

export type Person = v.InferOutput<typeof personSchema>;

/** Everybody who knows the password: the one account of all who share it. */
export const passwordPerson: Person = {
  name: 'Password',
  provider: null,
  groups: [],
  role: 'admin',
};

/** Whoever signed in with the password of a hash. */
export const personOfPassword = (passwordHash: string): Person => ({
  ...passwordPerson,
  password: createHash('sha256').update(passwordHash).digest('base64url'),
});
