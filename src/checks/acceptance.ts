import * as v from 'valibot';

/** The longest note, in characters. */
export const longestNote = 1000;

/**
 * An accepted rule: for one number, or, without `number_sid`, for all numbers.
 *
 * - `rule`: the id of the rule. Ids of rules that do not exist here are kept: another version may
 *   know them.
 * - `note`: why, in the words of who accepted it.
 * - `at`: when, ISO 8601.
 */
export const acceptanceSchema = v.object({
  rule: v.pipe(v.string(), v.regex(/^[a-z-]{1,80}$/, 'must be the id of a rule')),
  number_sid: v.exactOptional(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
  note: v.pipe(v.string(), v.maxLength(longestNote, `must have at most ${longestNote} characters`)),
  at: v.pipe(v.string(), v.isoTimestamp('must be a date and time in ISO 8601')),
});

export type Acceptance = v.InferOutput<typeof acceptanceSchema>;
