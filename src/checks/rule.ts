import type { CheckLevel } from '#contract/checks-report.ts';
import type { RentedNumber } from '#contract/number.ts';
import type { Remark } from './finding.ts';

/** Facts that a rule may use besides the numbers. */
export interface CheckContext {
  /** Milliseconds since 1970: the rules have no clock of their own. */
  now: number;
}

export interface Rule {
  /** Kebab-case, and never changed: acceptances and reports name rules by it. */
  id: string;
  level: CheckLevel;
  /** A short label, such as for a filter. */
  title: string;
  /** How to mend the finding: sentences that fit each remark of the rule. */
  remedy: string;
  /** The vendor's page for all remarks of the rule; by default, the page of the remark's field. */
  docs?: string;
}

/** The fields that rules compare; every row of the contract has them. */
export type ComparedRow = Pick<
  RentedNumber,
  | 'number_sid'
  | 'number'
  | 'number_e164'
  | 'country_code'
  | 'type'
  | 'voice'
  | 'messaging'
  | 'mode'
  | 'call_controller'
  | 'msg_controller'
  | 'call_app_sid'
  | 'msg_app_sid'
>;

/** A rule about one number by itself. Pure; never throws for a row of the contract. */
export interface NumberRule extends Rule {
  check(row: RentedNumber, context: CheckContext): readonly Remark[];
}

/**
 * A rule that compares numbers with each other. `check` yields each remark with the SID of its
 * number, and a null every few thousand numbers, where the caller may pause.
 */
export interface InventoryRule extends Rule {
  check(
    rows: readonly ComparedRow[],
    context: CheckContext,
  ): Iterable<readonly [numberSid: string, remark: Remark] | null>;
}
