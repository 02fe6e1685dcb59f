import * as v from 'valibot';
import { dataSourceSchema } from './data-source.ts';
import { roles } from './role.ts';

/** An account of Apifonica, as the operator of the server names it. */
export const accountRefSchema = v.object({ id: v.string(), name: v.string() });

export type AccountRef = v.InferOutput<typeof accountRefSchema>;

/**
 * The answer of `GET /api/session?account`: the account that the page shows, and what the page may
 * do with it.
 *
 * - `account`: the asked account, or the first that the person may read.
 * - `accounts`: all accounts that the person may read.
 * - `person`: who signed in, and the role for the asked account; null without a sign-in, and where
 *   all share a password.
 * - `source`: the source of the numbers.
 * - `has_sign_in`: there is a sign-in, so the page offers to sign out.
 * - `can_reveal_tokens`: SIP tokens may be asked for, one at a time.
 * - `has_history`: snapshots of the list are kept.
 */
export const sessionSchema = v.object({
  account: accountRefSchema,
  accounts: v.array(accountRefSchema),
  account_sid: v.string(),
  person: v.nullable(v.object({ name: v.string(), role: v.picklist(roles) })),
  source: dataSourceSchema,
  has_sign_in: v.boolean(),
  can_reveal_tokens: v.boolean(),
  has_history: v.boolean(),
});

export type Session = v.InferOutput<typeof sessionSchema>;

/** The body of `POST /api/session`. */
export const signInSchema = v.object({ password: v.pipe(v.string(), v.maxLength(1024)) });

/**
 * The answer of `GET /api/sign-in`, before anybody has signed in.
 *
 * - `password`: a password opens a session.
 * - `company`: the company's identity provider opens a session, from the path `/sign-in`.
 */
export const signInWaysSchema = v.object({ password: v.boolean(), company: v.boolean() });

export type SignInWays = v.InferOutput<typeof signInWaysSchema>;
