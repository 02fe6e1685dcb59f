import type { Acceptance } from './acceptance.ts';

const isSame = (a: Acceptance, b: Acceptance) => a.rule === b.rule && a.number_sid === b.number_sid;

/** With one more, in the place of what was accepted for the same. */
export const addAcceptance = (all: readonly Acceptance[], one: Acceptance): Acceptance[] => [
  ...all.filter((other) => !isSame(other, one)),
  one,
];

export const removeAcceptance = (all: readonly Acceptance[], one: Acceptance): Acceptance[] =>
  all.filter((other) => !isSame(other, one));

export interface Merged {
  acceptances: Acceptance[];
  /** How many of those that came in are there now and were not before. */
  taken: number;
}

/** Joins two lists; of two for the same the later one holds, and of equals the one that is here. */
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
