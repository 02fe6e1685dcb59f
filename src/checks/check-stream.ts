import type { RentedNumber } from '#contract/number.ts';
import { checkInventory } from './check-inventory.ts';
import { checkNumber } from './check-number.ts';
import { createComparedRows } from './compared-row.ts';
import type { Finding } from './finding.ts';
import { joinFindings } from './join-findings.ts';
import type { CheckContext, ComparedRow } from './rule.ts';

/** The findings of one number. */
export interface CheckedNumber {
  number_sid: string;
  number: string;
  findings: Finding[];
}

/** An inventory that is checked while its rows stream by; the rows themselves are not kept. */
export interface CheckStream {
  /** Checks rows. A row replaces an earlier row with the same SID. */
  take(rows: readonly RentedNumber[], context: CheckContext): void;
  /** Numbers so far, each once. */
  size(): number;
  /**
   * Compares the numbers with each other, and returns the numbers with findings, the worst finding
   * first. The caller may pause at each `yield`; a few milliseconds of work lie between two of
   * them.
   */
  finish(context: CheckContext): Generator<void, CheckedNumber[], void>;
}

export function createCheckStream(): CheckStream {
  const comparedRow = createComparedRows();
  const rows = new Map<string, ComparedRow>();
  const own = new Map<string, Finding[]>();
  return {
    take(arrived, context) {
      for (const row of arrived) {
        const findings = checkNumber(row, context);
        rows.set(row.number_sid, comparedRow(row));
        if (findings.length > 0) own.set(row.number_sid, findings);
        else own.delete(row.number_sid);
      }
    },
    size: () => rows.size,
    *finish(context) {
      const compared = yield* checkInventory([...rows.values()], context);
      return [...rows.values()].flatMap(({ number_sid, number }) => {
        const findings = joinFindings(own.get(number_sid) ?? [], compared.get(number_sid));
        return findings.length > 0 ? [{ number_sid, number, findings }] : [];
      });
    },
  };
}
