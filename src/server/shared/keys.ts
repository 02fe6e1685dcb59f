import { createHash } from 'node:crypto';

/**
 * The version of what the keys hold. Replicas of two versions share nothing, so a rolling update
 * that raises the version signs everybody out.
 */
const schema = 1;

/** The key of one thing. All keys have one hash tag, so that a script may touch several of them. */
export const keyOf = (...parts: readonly string[]) => `{rn:${schema}}:${parts.join(':')}`;

/** A text that names something in keys, and that nobody can read there. */
export const digestOf = (text: string) =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);
