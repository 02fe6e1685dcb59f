import { setImmediate } from 'node:timers/promises';
import type { Acceptance } from '#checks/acceptance.ts';
import { applyAcceptances } from '#checks/apply-acceptances.ts';
import { checkSteps } from '#checks/check-steps.ts';
import type { Finding } from '#checks/finding.ts';
import { rules } from '#checks/rules.ts';
import { summarise } from '#checks/summarise.ts';
import { type CheckLevel, type ChecksReport, checkLevels } from '#contract/checks-report.ts';
import type { DataSource } from '#contract/data-source.ts';
import type { RentedNumber } from '#contract/number.ts';

/** All numbers of a selection, each once, as they were at one time. */
export interface WalkedNumbers {
  numbers: RentedNumber[];
  /** Rows that arrived broken and were left out. */
  skipped: number;
  /** When the walk ended, ISO 8601 in UTC. */
  asOf: string;
}

type ReportedFinding = ChecksReport['findings'][number];

const place = new Map(rules.map(({ id }, at) => [id, at]));
const placeOf = ({ rule }: ReportedFinding) => place.get(rule) ?? rules.length;

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The rules come the worst first; the order of a walk is no order, so numbers get one. */
const inOrder = (a: ReportedFinding, b: ReportedFinding) =>
  placeOf(a) - placeOf(b) || compare(a.number, b.number) || compare(a.number_sid, b.number_sid);

/** All findings, with everybody else answered in the pauses: 100,000 numbers take most of a second. */
async function checkAll({ numbers, asOf }: WalkedNumbers): Promise<Map<string, Finding[]>> {
  const steps = checkSteps(numbers, { now: Date.parse(asOf) });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}

interface ReportOptions {
  failOn: CheckLevel;
  /** What was accepted neither counts nor makes the report fail. */
  acceptances: readonly Acceptance[];
  source: DataSource;
}

/** Checks what a walk brought. The time it ended is the clock of the rules. */
export async function checksReport(
  walked: WalkedNumbers,
  { failOn, acceptances, source }: ReportOptions,
): Promise<ChecksReport> {
  const { numbers, skipped, asOf } = walked;
  const { open, accepted } = applyAcceptances(await checkAll(walked), acceptances);
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
    total: numbers.length,
    skipped,
    counts,
    levels,
    findings,
    accepted: {
      findings: [...accepted.values()].flat().length,
      counts: summarise(accepted.values()).rules,
    },
    failed,
  };
}
