import type { CheckLevel } from '#contract/checks-report.ts';
import type { RentedNumber } from '#contract/number.ts';

/** What a rule has to say about one field of one number. */
export interface Remark {
  field: keyof RentedNumber;
  /** A sentence: what will happen, and why. Never a secret of the row. */
  message: string;
}

/** A remark, with the rule it comes from. */
export interface Finding extends Remark {
  /** The rule's id. */
  id: string;
  level: CheckLevel;
  /** Where the vendor documents what the remark is about. */
  docs: string;
}
