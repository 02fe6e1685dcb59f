import type { HeldInventory } from './inventory-state.ts';
import type { Scope } from './scope.ts';

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
