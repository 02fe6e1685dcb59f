import type { InventoryEvent } from '#contract/inventory.ts';

/** The stream of a walk, while it is read. */
export interface Reading {
  events: InventoryEvent[];
  sids(): string[];
  /** The id of the last event that has one. */
  lastId(): string | null;
  end(): InventoryEvent | undefined;
  /** The longest time between two batches of rows so far, in milliseconds. */
  longestGapMs(): number;
  /** Breaks the connection. */
  cut(): void;
  /** Resolves when the stream has ended or was cut. */
  readonly ended: Promise<void>;
}

/** The rows of a reader who goes on at another server, as the page does. */
export interface Followed {
  sids: string[];
  end: InventoryEvent | undefined;
  /** How often the stream ended before the walk did. */
  changes: number;
}

/**
 * Reads a walk to its end, and goes on behind the last event when its server stops or is lost.
 * @param urls the servers that are there now.
 */
export async function follow(urls: readonly string[]): Promise<Followed> {
  const sids: string[] = [];
  let after: string | null = null;
  for (let changes = 0; ; changes += 1) {
    const url = urls[changes % urls.length] ?? '';
    const reading = startReading(url, after === null ? {} : { after });
    await reading.ended;
    sids.push(...reading.sids());
    after = reading.lastId() ?? after;
    const end = reading.end();
    const goesOn = end === undefined || (end.event === 'failed' && end.problem.code === 'busy');
    if (!goesOn) return { sids, end, changes };
  }
}

const isLast = ({ event }: InventoryEvent) => event === 'done' || event === 'failed';

const idOf = (event: InventoryEvent) =>
  event.event === 'numbers' || event.event === 'progress' ? event.id : undefined;

/** Reads the stream of a walk as the events arrive. */
export function startReading(
  url: string,
  search: Record<string, string> = {},
  headers: Record<string, string> = {},
): Reading {
  const events: InventoryEvent[] = [];
  const cutting = new AbortController();
  let rowsAt = 0;
  let longestGapMs = 0;

  function take(line: string) {
    const event: InventoryEvent = JSON.parse(line);
    events.push(event);
    if (event.event !== 'numbers') return;
    const now = performance.now();
    if (rowsAt > 0) longestGapMs = Math.max(longestGapMs, now - rowsAt);
    rowsAt = now;
  }

  async function readAll() {
    const response = await fetch(`${url}/api/inventory?${new URLSearchParams(search)}`, {
      headers: { 'x-requested-by': 'spec', ...headers },
      signal: cutting.signal,
    });
    if (response.status !== 200 || response.body === null) throw new Error(await response.text());
    let rest = '';
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    }
  }

  return {
    events,
    sids: () =>
      events
        .flatMap((event) => (event.event === 'numbers' ? event.numbers : []))
        .map(({ number_sid }) => number_sid),
    lastId: () => events.map(idOf).findLast((id) => id !== undefined) ?? null,
    end: () => events.find(isLast),
    longestGapMs: () => longestGapMs,
    cut: () => cutting.abort(),
    // A stream that was cut is one without an end.
    ended: readAll().catch(() => {}),
  };
}
