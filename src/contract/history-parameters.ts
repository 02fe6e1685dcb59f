import { type Codec, type QueryFault, readParameters } from './query.ts';
import { type NumberSelection, selectionCodecs } from './selection.ts';

/** The query of `GET /api/history/list`: the numbers of a snapshot that a selection has. */
interface HistoryListQuery {
  seq: number;
  selection: NumberSelection;
}

/** The query of `GET /api/history/changes`: how one snapshot became the other. */
interface HistoryChangesQuery {
  from: number;
  to: number;
}

/** The query of `GET /api/history/number`. */
interface HistoryNumberQuery {
  numberSid: string;
}

/** A place among snapshots: a whole number from 1, as the list of snapshots has it. */
const seqCodec = {
  parse: (text: string) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null),
  expects: 'the seq of a snapshot',
} satisfies Codec;

const numberSidCodec = {
  parse: (text: string) => (/^[\w-]{1,64}$/.test(text) ? text : null),
  expects: 'the number_sid of a number',
} satisfies Codec;

const listCodecs = { ...selectionCodecs, seq: seqCodec };
const changesCodecs = { from: seqCodec, to: seqCodec };
const numberCodecs = { number_sid: numberSidCodec };

/** Adds a fault for each parameter that is needed, but neither there nor refused already. */
function need(
  codecs: Readonly<Record<string, Codec>>,
  values: Readonly<Record<string, unknown>>,
  faults: QueryFault[],
): void {
  for (const [parameter, { expects }] of Object.entries(codecs)) {
    const isRefused = faults.some((fault) => fault.parameter === parameter);
    if (values[parameter] !== undefined || isRefused) continue;
    faults.push({ parameter, detail: `${parameter} is missing: give ${expects}.` });
  }
}

/** The query of `GET /api/history/list`, and every parameter that was refused; a missing one too. */
export function parseHistoryListQuery(parameters: Iterable<readonly [string, string]>): {
  query: HistoryListQuery;
  faults: QueryFault[];
} {
  const { values, faults } = readParameters(parameters, listCodecs);
  need({ seq: seqCodec }, values, faults);
  // Each value came from the codec of its own name.
  const { seq = 0, ...selection } = values as NumberSelection & { seq?: number };
  return { query: { seq, selection }, faults };
}

/** The query of `GET /api/history/changes`, and every parameter that was refused; a missing one too. */
export function parseHistoryChangesQuery(parameters: Iterable<readonly [string, string]>): {
  query: HistoryChangesQuery;
  faults: QueryFault[];
} {
  const { values, faults } = readParameters(parameters, changesCodecs);
  need(changesCodecs, values, faults);
  // Each value came from the codec of its own name.
  const { from = 0, to = 0 } = values as Partial<HistoryChangesQuery>;
  return { query: { from, to }, faults };
}

/** The query of `GET /api/history/number`, and every parameter that was refused; a missing one too. */
export function parseHistoryNumberQuery(parameters: Iterable<readonly [string, string]>): {
  query: HistoryNumberQuery;
  faults: QueryFault[];
} {
  const { values, faults } = readParameters(parameters, numberCodecs);
  need(numberCodecs, values, faults);
  // The value came from the codec of its own name.
  const { number_sid: numberSid = '' } = values as { number_sid?: string };
  return { query: { numberSid }, faults };
}
