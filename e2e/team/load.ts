import { setTimeout } from 'node:timers/promises';
import type { InventoryEvent } from '#contract/inventory.ts';
import type { Visitor } from './visitor.ts';

/** The whole list, while a script loads it. */
export interface Load {
  sids: ReadonlySet<string>;
  /** Whether the servers have said that the list is whole. */
  isWhole(): boolean;
  /** How often the stream ended before the list did. */
  breaks(): number;
  /** Resolves when the list is whole. */
  readonly whole: Promise<void>;
}

/** How long a script waits before it goes on. */
const pauseMs = 100;

/**
 * Loads the whole list, and goes on like the page when the stream breaks or fails: behind the last
 * event, or by the checkpoint where there is one, or else from the start.
 */
export function startLoad(visitor: Visitor): Load {
  const sids = new Set<string>();
  let place: Record<string, string> = {};
  let isWhole = false;
  let failure: Error | undefined;
  let breaks = 0;

  function take(event: InventoryEvent) {
    if (event.event === 'done') isWhole = true;
    if (event.event === 'numbers') for (const row of event.numbers) sids.add(row.number_sid);
    if (event.event === 'numbers' || event.event === 'progress') {
      if (event.id !== undefined) place = { after: event.id };
    }
    if (event.event !== 'failed') return;
    const { checkpoint, problem } = event;
    if (checkpoint !== undefined) place = { checkpoint };
    else if (problem.code === 'invalid_cursor') place = {};
    else if (!problem.retryable) failure = new Error(problem.detail);
  }

  async function readOn() {
    const path = `/api/inventory?${new URLSearchParams(place)}`;
    for await (const line of visitor.lines(path)) take(JSON.parse(line));
  }

  async function readAll() {
    for (;;) {
      await readOn().catch(() => {});
      if (isWhole) return;
      if (failure !== undefined) throw failure;
      breaks += 1;
      await setTimeout(pauseMs);
    }
  }

  return { sids, isWhole: () => isWhole, breaks: () => breaks, whole: readAll() };
}
