import * as v from 'valibot';
import { dataSourceSchema } from './data-source.ts';

/**
 * The account that the page shows, and what the page may do.
 *
 * - `source`: the source of the numbers.
 * - `has_sign_in`: a password is set, so the page offers to sign out.
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
