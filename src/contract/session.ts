import * as v from 'valibot';

/**
 * What the page is looking at: the account, and whether its numbers are the vendor's (`live`)
 * or invented by the embedded sandbox.
 */
export const sessionSchema = v.object({
  account_sid: v.string(),
  source: v.picklist(['live', 'sandbox']),
});

export type Session = v.InferOutput<typeof sessionSchema>;
