/**
 * The version of what the keys hold. Replicas of two versions share nothing, so a rolling update
 * that raises the version signs everybody out.
 */
const schema = 1;

/** The key of one thing. All keys have one hash tag, so that a script may touch several of them. */
export const keyOf = (...parts: readonly string[]) => `{rn:${schema}}:${parts.join(':')}`;
