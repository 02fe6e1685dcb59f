import type { ApiError } from '../lib/api-error.ts';
import type { Pace } from './inventory-state.ts';

/**
 * What the loaded rows are of the whole list for the filters asked. Every figure on the page reads
 * this one state.
 */
export type Scope =
  | { status: 'loading' }
  | { status: 'partial'; loaded: number }
  /** Everything is being loaded; what is here can be used meanwhile. */
  | { status: 'walking'; loaded: number; pace: Pace }
  | { status: 'paused'; loaded: number }
  /** The end was reached; `skipped` rows came broken and are not among the loaded ones. */
  | { status: 'complete'; loaded: number; skipped: number; at: number }
  | { status: 'stopped'; loaded: number; at: number; error: ApiError };

/** Whether the loaded rows are all there are. */
export const isComplete = (scope: Scope) => scope.status === 'complete' && scope.skipped === 0;
/** Whether there are rows that could be loaded. */
export const mayHaveMore = ({ status }: Scope) => status !== 'loading' && status !== 'complete';
