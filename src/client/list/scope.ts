import type { ApiError } from '../lib/api-error.ts';
import type { HeldInventory, Pace } from './inventory-state.ts';

/** How far a held inventory reaches, as every figure on the page says it. */
export function inventoryScope(held: HeldInventory): Scope {
  const loaded = held.set.rows.length;
  switch (held.status) {
    case 'running':
      return { status: 'walking', loaded, pace: held.pace };
    case 'paused':
      return { status: 'paused', loaded };
    case 'stopped':
      return { status: 'stopped', loaded, at: held.at, error: held.error };
    case 'complete':
      return { status: 'complete', loaded, skipped: held.skipped, at: held.at };
  }
}

/**
 * How much of the filtered list is loaded. Every figure on the page reads this one state.
 */
export type Scope =
  | { status: 'loading' }
  | { status: 'partial'; loaded: number }
  /** The whole list is being loaded; loaded rows can be used meanwhile. */
  | { status: 'walking'; loaded: number; pace: Pace }
  | { status: 'paused'; loaded: number }
  /** The end was reached; `skipped` rows came broken and are not among the loaded ones. */
  | { status: 'complete'; loaded: number; skipped: number; at: number }
  | { status: 'stopped'; loaded: number; at: number; error: ApiError };

/** Whether every row of the list is loaded. */
export const isComplete = (scope: Scope) => scope.status === 'complete' && scope.skipped === 0;
/** Whether more rows can be loaded. */
export const mayHaveMore = ({ status }: Scope) => status !== 'loading' && status !== 'complete';
