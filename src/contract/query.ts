import { type CheckLevel, checkLevels } from './checks-report.ts';
import { filterCodecs, type NumberFilters } from './filters.ts';
import { type NumberSelection, selectionCodecs } from './selection.ts';

export const maxPageSize = 20;

/** The query of `GET /api/numbers`: exact filters, a page size (1 to 20), an opaque cursor. */
export interface NumbersQuery {
  filters: NumberFilters;
  limit: number;
  cursor: string | null;
}

/**
 * The query of `GET /api/inventory`: a selection, and where an earlier stream of it stopped.
 *
 * - `after`: the id of the last event that came of a walk that the servers share.
 * - `checkpoint`: continues with the rest of the list, in a walk of its own. Not beside `after`.
 * - `fresh`: begins a walk now, instead of joining one that others have begun. Not beside the
 *   others.
 */
export interface InventoryQuery {
  selection: NumberSelection;
  after: string | null;
  checkpoint: string | null;
  fresh: boolean;
}

/** The query of `/api/checks`: a selection, and the mildest level that makes the checks fail. */
interface ChecksQuery {
  selection: NumberSelection;
  failOn: CheckLevel;
}

/** The query of `GET /api/find`: a number, as digits. */
interface FindQuery {
  number: string;
}

/** A parameter that was refused, and a sentence that says why. */
export interface QueryFault {
  parameter: string;
  detail: string;
}

export interface Codec {
  parse(text: string): unknown;
  expects: string;
}

const limitCodec = {
  parse: (text: string) => (/^([1-9]|1\d|20)$/.test(text) ? Number(text) : null),
  expects: `a whole number from 1 to ${maxPageSize}`,
};

const opaqueCodec = (most: number, expects: string) => ({
  parse: (text: string) => (/^[\w.-]+$/.test(text) && text.length <= most ? text : null),
  expects,
});

/** Characters of a checkpoint at the most: checkpoint and filters must fit into one address. */
export const maxCheckpointLength = 2500;

const numbersCodecs = {
  ...filterCodecs,
  limit: limitCodec,
  cursor: opaqueCodec(1024, 'the prev or next of an earlier answer, unchanged'),
};

const inventoryCodecs = {
  ...selectionCodecs,
  checkpoint: opaqueCodec(maxCheckpointLength, 'the checkpoint of an earlier walk, unchanged'),
  after: opaqueCodec(100, 'the id of an event of a walk, unchanged'),
  fresh: { parse: (text: string) => (text === 'true' ? true : null), expects: 'true' },
};

const placeNames = ['after', 'checkpoint', 'fresh'] as const;

const checksCodecs = {
  ...selectionCodecs,
  'fail-on': {
    parse: (text: string) => checkLevels.find((level) => level === text) ?? null,
    expects: 'error, warning or info',
  },
};

const findCodecs = { number: filterCodecs.number };

const shown = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

/**
 * Reads query parameters (an iterable of name and value, such as URLSearchParams).
 *
 * Nothing is guessed: every unknown, repeated or malformed parameter is named in a fault and left
 * out of the values. A server refuses a query with faults; an address bar drops them.
 */
export function readParameters(
  parameters: Iterable<readonly [string, string]>,
  codecs: Readonly<Record<string, Codec>>,
) {
  const values: Record<string, unknown> = {};
  const faults: QueryFault[] = [];
  const seen = new Set<string>();
  for (const [parameter, text] of parameters) {
    const fault = (detail: string) => faults.push({ parameter, detail });
    if (seen.has(parameter)) {
      fault(`${shown(parameter)} is given more than once; give it once.`);
      continue;
    }
    seen.add(parameter);
    const codec = Object.hasOwn(codecs, parameter) ? codecs[parameter] : undefined;
    if (codec === undefined) {
      fault(`${shown(parameter)} is not a parameter of this list.`);
      continue;
    }
    const value = codec.parse(text);
    if (value === null) fault(`${parameter} must be ${codec.expects}; got ${shown(text)}.`);
    else values[parameter] = value;
  }
  return { values, faults };
}

/** The query of `GET /api/numbers`, and every parameter that was refused. */
export function parseNumbersQuery(parameters: Iterable<readonly [string, string]>): {
  query: NumbersQuery;
  faults: QueryFault[];
} {
  const { values, faults } = readParameters(parameters, numbersCodecs);
  // Each value came from the codec of its own name.
  const {
    limit = maxPageSize,
    cursor = null,
    ...filters
  } = values as NumberFilters & Partial<Pick<NumbersQuery, 'limit' | 'cursor'>>;
  return { query: { filters, limit, cursor }, faults };
}

/** The query of `GET /api/inventory`, and every parameter that was refused. */
export function parseInventoryQuery(parameters: Iterable<readonly [string, string]>): {
  query: InventoryQuery;
  faults: QueryFault[];
} {
  const { values, faults } = readParameters(parameters, inventoryCodecs);
  // Each value came from the codec of its own name.
  const {
    after = null,
    checkpoint = null,
    fresh = false,
    ...selection
  } = values as NumberSelection & Partial<Omit<InventoryQuery, 'selection'>>;
  const given = { after: after !== null, checkpoint: checkpoint !== null, fresh };
  const [, ...more] = placeNames.filter((name) => given[name]);
  for (const parameter of more) {
    faults.push({ parameter, detail: `Give one of ${placeNames.join(', ')}, not several.` });
  }
  return { query: { selection, after, checkpoint, fresh }, faults };
}

/** The query of `/api/checks`, and every parameter that was refused. */
export function parseChecksQuery(parameters: Iterable<readonly [string, string]>): {
  query: ChecksQuery;
  faults: QueryFault[];
} {
  const { values, faults } = readParameters(parameters, checksCodecs);
  // Each value came from the codec of its own name.
  const { 'fail-on': failOn = 'error', ...selection } = values as NumberSelection & {
    'fail-on'?: CheckLevel;
  };
  return { query: { selection, failOn }, faults };
}

/** The query of `GET /api/find`, and every parameter that was refused; a missing number too. */
export function parseFindQuery(parameters: Iterable<readonly [string, string]>): {
  query: FindQuery;
  faults: QueryFault[];
} {
  const { values, faults } = readParameters(parameters, findCodecs);
  // The value came from the codec of its own name.
  const { number = '' } = values as Partial<FindQuery>;
  if (number === '' && !faults.some(({ parameter }) => parameter === 'number')) {
    faults.push({ parameter: 'number', detail: `number must be ${findCodecs.number.expects}.` });
  }
  return { query: { number }, faults };
}
