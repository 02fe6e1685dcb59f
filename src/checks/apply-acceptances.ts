import type { Acceptance } from './acceptance.ts';
import { acceptanceKey } from './acceptance-key.ts';
import type { Finding } from './finding.ts';

/** An accepted finding, with its acceptance. */
interface AcceptedFinding extends Finding {
  acceptance: Acceptance;
}

interface SplitFindings {
  open: Map<string, Finding[]>;
  accepted: Map<string, AcceptedFinding[]>;
}

const known = new WeakMap<readonly Acceptance[], ReadonlyMap<string, Acceptance>>();

/**
 * The acceptance that covers a finding. An acceptance for the number comes before one for all
 * numbers; of several for the same number, the last holds. A list is indexed once, because it may
 * have thousands of acceptances, and is asked for each finding.
 */
export function findAcceptance(
  acceptances: readonly Acceptance[],
  rule: string,
  numberSid: string,
): Acceptance | undefined {
  const index =
    known.get(acceptances) ??
    new Map(acceptances.map((one) => [acceptanceKey(one.rule, one.number_sid), one]));
  known.set(acceptances, index);
  return index.get(acceptanceKey(rule, numberSid)) ?? index.get(acceptanceKey(rule, undefined));
}

/**
 * Splits findings into those that are open and those that were accepted.
 *
 * @param findings by `number_sid`, as `checkRows` gives them. Each half lists only numbers that
 * have findings in it.
 */
export function applyAcceptances(
  findings: ReadonlyMap<string, readonly Finding[]>,
  acceptances: readonly Acceptance[],
): SplitFindings {
  const split: SplitFindings = { open: new Map(), accepted: new Map() };
  for (const [sid, ofNumber] of findings) {
    const open: Finding[] = [];
    const accepted: AcceptedFinding[] = [];
    for (const finding of ofNumber) {
      const acceptance = findAcceptance(acceptances, finding.id, sid);
      if (acceptance) accepted.push({ ...finding, acceptance });
      else open.push(finding);
    }
    if (open.length > 0) split.open.set(sid, open);
    if (accepted.length > 0) split.accepted.set(sid, accepted);
  }
  return split;
}
