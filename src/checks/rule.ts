import type { CheckLevel } from '#contract/checks-report.ts';
import type { RentedNumber } from '#contract/number.ts';
import type { Remark } from './finding.ts';

/** What a rule may know besides the numbers. */
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
  /** The vendor's page for all remarks of the rule; without one, that of the remark's field. */
  docs?: string;
}

/** What rules compare of numbers; every row of the contract has it. */
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

/** A rule that needs one number and nothing else. Pure, and throws for no row of the contract. */
export interface NumberRule extends Rule {
  check(row: RentedNumber, context: CheckContext): readonly Remark[];
}

/**
 * A rule that compares numbers with each other. `check` gives the remarks with the SIDs they are
 * about, and every few thousand numbers a null: a place where whoever takes them may pause.
 */
export interface InventoryRule extends Rule {
  check(
    rows: readonly ComparedRow[],
    context: CheckContext,
  ): Iterable<readonly [numberSid: string, remark: Remark] | null>;
}
