import { ProblemError } from '../../problem-error.ts';

/**
 * A list has more rows that cannot be read than the snapshot before: they would seem gone. It is no
 * snapshot until a second walk finds as many.
 */
export class UnreadableRowsError extends ProblemError {
  /** All rows that cannot be read. */
  readonly skipped: number;

  constructor(skipped: number) {
    super(
      'upstream_contract',
      `Apifonica sent ${skipped} rows that cannot be read, more than before: their numbers would seem gone. The list becomes a snapshot when it is the same in ten minutes.`,
    );
    this.skipped = skipped;
  }
}
