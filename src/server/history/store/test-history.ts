import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ChangesEvent, Snapshot } from '#contract/history.ts';
import type { InventoryEvent } from '#contract/inventory.ts';
import type { RentedNumber } from '#contract/number.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { identifyNumber } from '../../upstream/identify-number.ts';
import type { AccountHistory, HistoryFolder } from './history.ts';
import { openHistoryFolder } from './open-folder.ts';

/** A folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'history-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** The history in a folder, and what it warned of. */
export async function openTestHistory(
  path: string,
  retention: { keepDays: number | null; maxBytes: number | null } = {
    keepDays: null,
    maxBytes: null,
  },
): Promise<HistoryFolder & { warnings: string[] }> {
  const warnings: string[] = [];
  const log = { warn: (_: object, words: string) => void warnings.push(words) };
  return { ...(await openHistoryFolder({ path, log, ...retention })), warnings };
}

/** A number as the API's rows become one. */
export function rented(parts: Partial<RentedNumber> & { number_sid: string }): RentedNumber {
  const { number = '+442079460958', country_code = 'GB' } = parts;
  return {
    account_sid: 'acc-1',
    number,
    ...identifyNumber(number, country_code),
    name: null,
    country_code,
    country_name: 'United Kingdom',
    type: 'local',
    call_controller: 'https://example.com/call',
    call_method: 'GET',
    msg_controller: null,
    msg_method: null,
    call_app_sid: null,
    msg_app_sid: null,
    endpoint_sid: null,
    created: '2024-03-01T10:00:00+00:00',
    updated: '2025-03-01T10:00:00+02:00',
    voice: true,
    messaging: false,
    mode: null,
    has_token: false,
    ...parts,
  };
}

export const manyRented = (count: number, parts: Partial<RentedNumber> = {}): RentedNumber[] =>
  Array.from({ length: count }, (_, at) =>
    rented({ number_sid: `num-${String(at).padStart(6, '0')}`, ...parts }),
  );

/** The moment of a day, from 1. */
export const dayOf = (day: number): string => new Date(Date.UTC(2026, 0, day, 4)).toISOString();

/** Offers a list as one of a day. */
export async function offer(
  history: AccountHistory,
  list: readonly RentedNumber[],
  asOf: string,
): Promise<Snapshot> {
  const draft = await history.begin();
  for (let from = 0; from < list.length; from += 7) await draft.add(list.slice(from, from + 7));
  return draft.keep({ asOf, skipped: 0 });
}

async function eventsOf<Event, Result>(
  lines: AsyncGenerator<Uint8Array, Result, void>,
): Promise<{ events: Event[]; result: Result }> {
  const decoder = new TextDecoder();
  let text = '';
  let step = await lines.next();
  while (step.done !== true) {
    text += decoder.decode(step.value, { stream: true });
    step = await lines.next();
  }
  const events = text.split('\n').filter((line) => line !== '');
  return { events: events.map((line) => JSON.parse(line)), result: step.value };
}

const { signal } = new AbortController();

/** The numbers of a snapshot. */
export async function listOf(
  history: AccountHistory,
  seq: number,
  selection: NumberSelection = {},
): Promise<RentedNumber[]> {
  const { events } = await eventsOf<InventoryEvent, number>(history.list(seq, selection, signal));
  return events.flatMap((event) => (event.event === 'numbers' ? event.numbers : []));
}

/** The changes from one snapshot to another, and their counts. */
export async function changesOf(history: AccountHistory, from: number, to: number) {
  const { events, result } = await eventsOf<ChangesEvent, object>(
    history.changes(from, to, signal),
  );
  return {
    added: events.flatMap((event) => (event.event === 'added' ? event.numbers : [])),
    gone: events.flatMap((event) => (event.event === 'gone' ? event.numbers : [])),
    changed: events.flatMap((event) => (event.event === 'changed' ? event.numbers : [])),
    passed: events.flatMap((event) => (event.event === 'passed' ? event.numbers : [])),
    counts: result,
  };
}
