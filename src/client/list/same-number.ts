import type { RentedNumber } from '#contract/number.ts';

/** Whether two rows of one number say the same, field by field. */
export function sameNumber(a: RentedNumber, b: RentedNumber): boolean {
  // Both have passed the same schema, so they have the same fields.
  return (Object.keys(a) as (keyof RentedNumber)[]).every((field) => a[field] === b[field]);
}
