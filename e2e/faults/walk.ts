import type { InventoryEvent } from '#contract/inventory.ts';
import type { Dashboard } from './dashboard.ts';
import { expectNoSecret } from './dashboard.ts';

export type WalkEnd = Extract<InventoryEvent, { event: 'done' | 'failed' }>;

/** The content of a stream, from its first line to its last. */
export interface Walked {
  events: InventoryEvent[];
  sids: string[];
  /** undefined when the stream was cut. */
  end: WalkEnd | undefined;
}

const isEnd = (event: InventoryEvent | undefined): event is WalkEnd =>
  event?.event === 'done' || event?.event === 'failed';

/** Requests a walk; resolves with the response when its head has arrived. */
export const openWalk = (
  { server }: Pick<Dashboard, 'server'>,
  search: Record<string, string> = {},
  signal?: AbortSignal,
) =>
  fetch(`${server.url}/api/inventory?${new URLSearchParams(search)}`, {
    headers: { 'x-requested-by': 'spec' },
    ...(signal && { signal }),
  });

/** Reads a stream to its end. An invalid or incomplete line fails the test. */
export async function readWalk(response: Response): Promise<Walked> {
  const text = await response.text();
  expectNoSecret(text);
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Error('The last line has no end.');
  const events = lines.map((line): InventoryEvent => JSON.parse(line));
  const sids = events
    .flatMap((event) => (event.event === 'numbers' ? event.numbers : []))
    .map(({ number_sid }) => number_sid);
  const last = events.at(-1);
  return { events, sids, end: isEnd(last) ? last : undefined };
}

/** The checkpoint of a failed walk as a query; empty when there is none. */
export const checkpointOf = (end: WalkEnd | undefined): Record<string, string> =>
  end?.event === 'failed' && end.checkpoint ? { checkpoint: end.checkpoint } : {};
