import { setImmediate } from 'node:timers/promises';
import type { Acceptance } from '#checks/acceptance.ts';
import { applyAcceptances } from '#checks/apply-acceptances.ts';
import type { CheckedNumber, CheckStream } from '#checks/check-stream.ts';
import type { Finding } from '#checks/finding.ts';
import { rules } from '#checks/rules.ts';
import { type CheckLevel, type ChecksReport, checkLevels } from '#contract/checks-report.ts';
import type { DataSource } from '#contract/data-source.ts';

interface Summary {
  /** Numbers with a finding, by rule id; every rule is listed. */
  rules: Record<string, number>;
  /** Numbers with a finding, by level; a number can count in several levels. */
  levels: Record<CheckLevel, number>;
}

/**
 * Counts numbers, not findings: a count beside a filter says how many rows the filter leaves, and a
 * number with two findings of one rule is one row.
 *
 * @param findings the findings of each number.
 */
export function summarise(findings: Iterable<readonly Finding[]>): Summary {
  const summary: Summary = {
    rules: Object.fromEntries(rules.map(({ id }) => [id, 0])),
    levels: { error: 0, warning: 0, info: 0 },
  };
  for (const ofNumber of findings) {
    for (const id of new Set(ofNumber.map((finding) => finding.id))) {
      summary.rules[id] = (summary.rules[id] ?? 0) + 1;
    }
    for (const level of new Set(ofNumber.map((finding) => finding.level))) {
      summary.levels[level] += 1;
    }
  }
  return summary;
}

/** An inventory that was read to its end, and checked on the way. */
export interface WalkedNumbers {
  checked: CheckStream;
  /** Invalid rows, which were left out. */
  skipped: number;
  /** When the walk ended, ISO 8601 in UTC. */
  asOf: string;
}

const remedies = Object.fromEntries(rules.map(({ id, remedy }) => [id, remedy]));

type ReportedFinding = ChecksReport['findings'][number];

const place = new Map(rules.map(({ id }, at) => [id, at]));
const placeOf = ({ rule }: ReportedFinding) => place.get(rule) ?? rules.length;

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/**
 * Findings are sorted by rule, the worst first, and then by number, because a walk has no fixed
 * order.
 */
const inOrder = (a: ReportedFinding, b: ReportedFinding) =>
  placeOf(a) - placeOf(b) || compare(a.number, b.number) || compare(a.number_sid, b.number_sid);

/**
 * All findings. Other requests are answered in the pauses, because 100,000 numbers take a while.
 */
async function finishChecks({ checked, asOf }: WalkedNumbers): Promise<CheckedNumber[]> {
  const steps = checked.finish({ now: Date.parse(asOf) });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}

interface ReportOptions {
  failOn: CheckLevel;
  /** Accepted findings neither count nor make the report fail. */
  acceptances: readonly Acceptance[];
  source: DataSource;
}

/** The report on the checks of a walk. */
export async function checksReport(
  walked: WalkedNumbers,
  { failOn, acceptances, source }: ReportOptions,
): Promise<ChecksReport> {
  const { checked, skipped, asOf } = walked;
  const numbers = await finishChecks(walked);
  const bySid = new Map(numbers.map(({ number_sid, findings }) => [number_sid, findings]));
  const { open, accepted } = applyAcceptances(bySid, acceptances);
  const { rules: counts, levels } = summarise(open.values());
  const findings = numbers
    .flatMap(({ number_sid, number }) =>
      (open.get(number_sid) ?? []).map(
        ({ id, level, field, message }): ReportedFinding => ({
          number_sid,
          number,
          rule: id,
          level,
          field,
          message,
        }),
      ),
    )
    .sort(inOrder);
  const failing = checkLevels.slice(0, checkLevels.indexOf(failOn) + 1);
  const failed = failing.some((level) => levels[level] > 0);
  return {
    source,
    asOf,
    total: checked.size(),
    skipped,
    counts,
    levels,
    remedies,
    findings,
    accepted: {
      findings: [...accepted.values()].flat().length,
      counts: summarise(accepted.values()).rules,
    },
    failed,
  };
}
