import { setImmediate } from 'node:timers/promises';
import type { RentedNumber } from '#contract/number.ts';
import { toContract } from '../../upstream/to-contract.ts';
import { readWireNumber, type WireFaults } from '../../upstream/wire.ts';
import type { AccountHistory } from '../store/history.ts';

/** The list of an account on a day gone by. */
export interface PastDay {
  /** ISO 8601 in UTC. */
  asOf: string;
  /** The rows as the API sends them; a row that did not change is the same object on every day. */
  rows: readonly object[];
}

/** Small enough that requests are answered in between. */
const rowsAtOnce = 250;

/** Reads rows as those of the API are read, each object once. */
function createReader() {
  const known = new WeakMap<object, { number: RentedNumber | null }>();
  const faults: WireFaults = { rows: new Set(), values: [] };
  return (row: object): RentedNumber | null => {
    const before = known.get(row);
    if (before !== undefined) return before.number;
    const wire = readWireNumber(row, faults);
    const number = wire && toContract(wire);
    known.set(row, { number });
    return number;
  };
}

/**
 * Keeps the lists of days gone by, oldest first, as if a walk had read each of them. A history that
 * has snapshots already stays as it is.
 * @returns how many lists were kept.
 */
export async function fillHistory(
  history: AccountHistory,
  days: Iterable<PastDay>,
  signal: AbortSignal,
): Promise<number> {
  let kept = 0;
  if ((await history.snapshots()).length > 0) return kept;
  const read = createReader();
  for (const { asOf, rows } of days) {
    if (signal.aborted) break;
    const draft = await history.begin();
    let skipped = 0;
    for (let start = 0; start < rows.length && !signal.aborted; start += rowsAtOnce) {
      const part = rows.slice(start, start + rowsAtOnce).map(read);
      const numbers = part.filter((number) => number !== null);
      skipped += part.length - numbers.length;
      await draft.add(numbers);
      await setImmediate();
    }
    if (signal.aborted) {
      await draft.drop();
    } else {
      const { status } = await draft.keep({ asOf, skipped });
      if (status === 'kept') kept += 1;
    }
  }
  return kept;
}
