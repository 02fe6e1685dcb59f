import type { Acceptance } from './acceptance.ts';
import type { Finding } from './finding.ts';

/** An accepted finding, with its acceptance. */
export interface AcceptedFinding extends Finding {
  acceptance: Acceptance;
}

export interface SplitFindings {
  open: Map<string, Finding[]>;
  accepted: Map<string, AcceptedFinding[]>;
}

const keyOf = (rule: string, numberSid: string | undefined) => `${rule} ${numberSid ?? ''}`;

/**
 * Splits findings into those that are open and those that were accepted. An acceptance for the
 * number comes before one for all numbers; of several for the same number, the last holds.
 *
 * @param findings by `number_sid`, as `checkRows` gives them. Each half lists only numbers that
 * have findings in it.
 */
export function applyAcceptances(
  findings: ReadonlyMap<string, readonly Finding[]>,
  acceptances: readonly Acceptance[],
): SplitFindings {
  const known = new Map(acceptances.map((one) => [keyOf(one.rule, one.number_sid), one]));
  const split: SplitFindings = { open: new Map(), accepted: new Map() };
  for (const [sid, ofNumber] of findings) {
    const open: Finding[] = [];
    const accepted: AcceptedFinding[] = [];
    for (const finding of ofNumber) {
      const acceptance =
        known.get(keyOf(finding.id, sid)) ?? known.get(keyOf(finding.id, undefined));
      if (acceptance) accepted.push({ ...finding, acceptance });
      else open.push(finding);
    }
    if (open.length > 0) split.open.set(sid, open);
    if (accepted.length > 0) split.accepted.set(sid, accepted);
  }
  return split;
}
