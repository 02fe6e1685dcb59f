import * as v from 'valibot';
import { dataSourceSchema } from './data-source.ts';

/**
 * What the page is looking at, and what it may do.
 *
 * - `source`: whose numbers they are.
 * - `has_sign_in`: a password is in force, so there is something to sign out of.
 * - `can_reveal_tokens`: SIP tokens may be asked for, one at a time.
 */
export const sessionSchema = v.object({
  account_sid: v.string(),
  source: dataSourceSchema,
  has_sign_in: v.boolean(),
  can_reveal_tokens: v.boolean(),
});

export type Session = v.InferOutput<typeof sessionSchema>;

/** The body of `POST /api/session`. */
export const signInSchema = v.object({ password: v.pipe(v.string(), v.maxLength(1024)) });
