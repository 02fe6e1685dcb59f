import type { Acceptance } from '#checks/acceptance.ts';
import { findAcceptance } from '#checks/apply-acceptances.ts';
import { checkNumber } from '#checks/check-number.ts';
import type { Finding } from '#checks/finding.ts';
import { joinFindings } from '#checks/join-findings.ts';
import type { RentedNumber } from '#contract/number.ts';
import type { CheckedRows } from './checked-rows.ts';

export interface RowFinding extends Finding {
  /** Null for a finding that nobody accepted. */
  acceptance: Acceptance | null;
}

/** All findings of one number, accepted ones too, the worst first. */
export function rowFindings(
  row: RentedNumber,
  checked: CheckedRows | null,
  acceptances: readonly Acceptance[],
  now: number,
): RowFinding[] {
  const { number_sid } = row;
  const all = joinFindings(checkNumber(row, { now }), checked?.compared?.get(number_sid));
  return all.map((finding) => ({
    ...finding,
    acceptance: findAcceptance(acceptances, finding.id, number_sid) ?? null,
  }));
}
