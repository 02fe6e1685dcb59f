import type { Elements } from '#jsx/jsx-runtime';

/** The open findings of rows. The code of the checks, with its words, loads after the first rows. */
export interface FoundInRows {
  /** The sign and the title of the worst, and how many more; one and the same for equal findings. */
  cellOf(number_sid: string): Elements;
  /** All of them in words, the worst first; null for none. */
  textOf(number_sid: string): string | null;
}
