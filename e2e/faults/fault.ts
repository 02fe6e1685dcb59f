import type { NumberPage } from '#contract/number.ts';
import type { ProblemCode } from '#contract/problem-kinds.ts';
import type { WirePage } from '#sandbox/stand-in/account.ts';
import type { patient } from './dashboard.ts';
import type { Answer, FaultScope } from './raw-upstream.ts';

/** `fine`: the client does not notice the fault. */
export type Outcome = 'fine' | ProblemCode;

/** One fault of an upstream, and the outcome for a reader of the list. */
export interface Fault {
  /** The row in the list of faults, such as F1, and a description. */
  name: string;
  /** `refuse`: no server listens on the port. */
  answer: Answer | 'refuse';
  /** The requests that meet the fault; all of them by default. */
  scope?: FaultScope;
  outcome: Outcome;
  /** The outcome of a request with a cursor, if different. */
  outcomeOnCursor?: Outcome;
  /** The end of a walk that meets the fault after the first pages of its chains, if different. */
  walked?: Outcome;
  /** The fewest and the most requests to the upstream for one page. */
  asked: readonly [least: number, most: number];
  /** The filters of the list. */
  filters?: Record<string, string>;
  /** For `fine`: whether the page is right, if it need not be the expected page itself. */
  isRight?: (page: NumberPage, due: WirePage) => boolean;
  /** The time limits of the dashboard, where a time limit ends the fault; `patient` by default. */
  limits?: typeof patient;
  /** False when the upstream may not be asked again during the test. */
  heals?: false;
}

export const once = { scope: { times: 1 }, outcome: 'fine', asked: [2, 2] } as const;
/** Attempts with waits between: as many as fit into the deadline, four at the most. */
export const retried = [2, 4] as const;
export const askedOnce = [1, 1] as const;
export const askedTwice = [2, 2] as const;
