import type { InventoryEvent } from '#contract/inventory.ts';
import type { RentedNumber } from '#contract/number.ts';
import type { ProblemCode } from '#contract/problem-kinds.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import type { OpenStream, StreamPlace } from './walk.ts';

/** For specs: rows with these SIDs and otherwise the same. */
export const rowsOf = (...sids: string[]): RentedNumber[] =>
  sids.map((number_sid) => rentedNumber({ number_sid }));

export const sidsOf = (rows: readonly RentedNumber[]) => rows.map(({ number_sid }) => number_sid);

export const numbers = (...sids: string[]): InventoryEvent => ({
  event: 'numbers',
  numbers: rowsOf(...sids),
});

/** An event of a walk that servers share. */
export const shared = (id: string, event: InventoryEvent): InventoryEvent => ({
  ...event,
  ...((event.event === 'numbers' || event.event === 'progress') && { id }),
});

type EventOf<E extends InventoryEvent['event']> = Extract<InventoryEvent, { event: E }>;

export const progress = (changes: Partial<EventOf<'progress'>> = {}): InventoryEvent => ({
  event: 'progress',
  loaded: 0,
  requests: 1,
  elapsedMs: 0,
  ...changes,
});

export const doneAt = Date.UTC(2026, 10, 23, 12, 4);

export const done = (total: number, skipped = 0): InventoryEvent => ({
  event: 'done',
  total,
  requests: 1,
  elapsedMs: 10,
  asOf: new Date(doneAt).toISOString(),
  skipped,
});

export const failed = (code: ProblemCode, checkpoint?: string): InventoryEvent => ({
  event: 'failed',
  problem: { code, title: code, status: 502, detail: 'Why.', requestId: 'r1', retryable: true },
  loaded: 0,
  parts: { done: 0, all: 4 },
  ...(checkpoint !== undefined && { checkpoint }),
});

/** A stream that was opened, and what a test lets come out of it. */
interface TestStream extends StreamPlace {
  readonly selection: NumberSelection;
  /** What comes next; `end` is the end of the stream, an Error its failure. */
  send(...steps: Step[]): void;
}

type Step = InventoryEvent | 'end' | Error;

/** Opens streams that wait for what a test sends; like the real ones, an abort ends their waiting. */
export function createTestStreams() {
  const opened: TestStream[] = [];

  const open: OpenStream = async function* (selection, place, signal) {
    const steps: Step[] = [];
    let wake = () => {};
    opened.push({
      selection,
      ...place,
      send(...next) {
        steps.push(...next);
        wake();
      },
    });
    signal.addEventListener('abort', () => wake());
    for (;;) {
      const step = steps.shift();
      if (step === 'end') return;
      if (step instanceof Error) throw step;
      if (step !== undefined) yield step;
      else {
        signal.throwIfAborted();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  };

  return {
    open,
    opened,
    /** The one that was opened last. */
    last(): TestStream {
      const stream = opened.at(-1);
      if (stream === undefined) throw new Error('No stream was opened.');
      return stream;
    },
  };
}
