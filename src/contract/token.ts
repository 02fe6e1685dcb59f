import * as v from 'valibot';

/** The body of `POST /api/numbers/{number_sid}/token`: the number whose row holds the token. */
export const revealSchema = v.object({ number: v.string() });

/** The answer to a reveal: the SIP secret of the number. */
export const tokenSchema = v.object({ token: v.string() });
