import type { InventoryEvent } from '#contract/inventory.ts';
import type { RentedNumber } from '#contract/number.ts';

/** A walk as seen by its reader; milliseconds from before the request. */
export interface Reading {
  rows: Map<string, RentedNumber>;
  /** When the last new row came. */
  everyRowMs: number;
  /** When the last line came. */
  wholeMs: number;
  /** Requests to the vendor's list, as the last line says. */
  requests: number;
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<InventoryEvent> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const bytes of body) {
    const parts = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) yield JSON.parse(part);
  }
}

/** Reads the stream of the whole inventory; rejects unless it ends with `done`. */
export async function readInventory(url: string): Promise<Reading> {
  const started = performance.now();
  const rows = new Map<string, RentedNumber>();
  let everyRowMs = 0;
  const headers = { 'x-requested-by': 'bench' };
  const { body } = await fetch(`${url}/api/inventory`, { headers });
  if (body === null) throw new Error('The walk has no body.');
  for await (const event of lines(body)) {
    const ms = performance.now() - started;
    if (event.event === 'numbers') {
      if (event.numbers.some((row) => !rows.has(row.number_sid))) everyRowMs = ms;
      for (const row of event.numbers) rows.set(row.number_sid, row);
    }
    if (event.event === 'failed') throw new Error(event.problem.detail);
    if (event.event === 'done') return { rows, everyRowMs, wholeMs: ms, requests: event.requests };
  }
  throw new Error('The walk was cut.');
}
