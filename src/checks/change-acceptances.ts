import type { Acceptance } from './acceptance.ts';
import { acceptanceKey } from './acceptance-key.ts';

const keyOf = ({ rule, number_sid }: Acceptance) => acceptanceKey(rule, number_sid);

/** The list with more acceptances, which replace any of the same rule and number. */
export function addAcceptances(
  all: readonly Acceptance[],
  more: readonly Acceptance[],
): Acceptance[] {
  const added = new Map(more.map((one) => [keyOf(one), one]));
  return [...all.filter((one) => !added.has(keyOf(one))), ...added.values()];
}

export function removeAcceptance(all: readonly Acceptance[], one: Acceptance): Acceptance[] {
  const key = keyOf(one);
  return all.filter((other) => keyOf(other) !== key);
}

/** Finds what a list does not have, with the same reason and time. */
function notIn(all: readonly Acceptance[]) {
  const exactly = (one: Acceptance) => JSON.stringify([keyOf(one), one.note, one.at]);
  const known = new Set(all.map(exactly));
  return (one: Acceptance) => !known.has(exactly(one));
}

/** The list without one earlier change of it. Later changes stay, those of other tabs too. */
export function revertAcceptances(
  now: readonly Acceptance[],
  { before, after }: Record<'before' | 'after', readonly Acceptance[]>,
): Acceptance[] {
  const added = after.filter(notIn(before));
  const rest = now.filter(notIn(added));
  const known = new Set(rest.map(keyOf));
  const lost = before.filter(notIn(after)).filter((one) => !known.has(keyOf(one)));
  return [...rest, ...lost];
}

interface Merged {
  acceptances: Acceptance[];
  /** Incoming acceptances that the merged list took over. */
  taken: number;
}

/**
 * Joins two lists. Of two acceptances of the same rule and number the later holds; of two at the
 * same time, the one that was here.
 */
export function mergeAcceptances(
  here: readonly Acceptance[],
  incoming: readonly Acceptance[],
): Merged {
  const known = new Map(here.map((one) => [keyOf(one), one]));
  const taken = new Map<string, Acceptance>();
  for (const one of incoming) {
    const key = keyOf(one);
    const other = taken.get(key) ?? known.get(key);
    if (!other || Date.parse(other.at) < Date.parse(one.at)) taken.set(key, one);
  }
  return { acceptances: addAcceptances(here, [...taken.values()]), taken: taken.size };
}
