import type { NumberPage } from '#contract/number.ts';
import type { ProblemCode } from '#contract/problem.ts';
import type { WirePage } from './account.ts';
import type { Answer, FaultScope } from './raw-upstream.ts';

/** `fine`: whoever asked sees nothing of it. */
export type Outcome = 'fine' | ProblemCode;

/** One thing an upstream can do wrong, and what a reader of the list gets. */
export interface Fault {
  /** The row of the fault list, F1 to F30, and what happens. */
  name: string;
  /** `refuse`: nobody listens. */
  answer: Answer | 'refuse';
  /** Which requests meet it; all of them, unless this says otherwise. */
  scope?: FaultScope;
  outcome: Outcome;
  /** Where it differs: the outcome of a request that carries a cursor. */
  outcomeOnCursor?: Outcome;
  /** Where it differs: how a walk ends that meets it after the first pages of its chains. */
  walked?: Outcome;
  /** How often the upstream is asked for one page, at the least and the most. */
  asked: readonly [least: number, most: number];
  /** The filters the list is read with. */
  filters?: Record<string, string>;
  /** For `fine`: whether the page is right, where it is not simply the one that was due. */
  isRight?: (page: NumberPage, due: WirePage) => boolean;
  /** Only time ends it, so the dashboard is given little. */
  isHasty?: true;
  /** False where the upstream may not be asked again within test. */
  heals?: false;
}

export const once = { scope: { times: 1 }, outcome: 'fine', asked: [2, 2] } as const;
/** Tried again with a wait between: as often as the deadline lets it, four times at the most. */
export const retried = [2, 4] as const;
export const askedOnce = [1, 1] as const;
export const askedTwice = [2, 2] as const;
