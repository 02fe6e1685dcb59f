import type { Acceptance } from './acceptance.ts';

const isSame = (a: Acceptance, b: Acceptance) => a.rule === b.rule && a.number_sid === b.number_sid;

/** The list with one more acceptance, which replaces any of the same rule and number. */
export const addAcceptance = (all: readonly Acceptance[], one: Acceptance): Acceptance[] => [
  ...all.filter((other) => !isSame(other, one)),
  one,
];

export const removeAcceptance = (all: readonly Acceptance[], one: Acceptance): Acceptance[] =>
  all.filter((other) => !isSame(other, one));

export interface Merged {
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
  let acceptances = [...here];
  for (const one of incoming) {
    const known = acceptances.find((other) => isSame(other, one));
    if (known && Date.parse(known.at) >= Date.parse(one.at)) continue;
    acceptances = addAcceptance(acceptances, one);
  }
  return { acceptances, taken: acceptances.filter((one) => !here.includes(one)).length };
}
