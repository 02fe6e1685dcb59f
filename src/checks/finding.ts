import type { CheckLevel } from '#contract/checks-report.ts';
import type { RentedNumber } from '#contract/number.ts';

/** A rule's remark about one field of one number. */
export interface Remark {
  field: keyof RentedNumber;
  /** A sentence: what happens, and why. Never a secret of the row. */
  message: string;
}

/** A remark, with the rule it comes from. */
export interface Finding extends Remark {
  /** The rule's id. */
  id: string;
  level: CheckLevel;
  /** How to mend it. */
  remedy: string;
  /** The address of the vendor's page on the subject of the remark. */
  docs: string;
}
