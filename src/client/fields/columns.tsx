import type { RentedNumber } from '#contract/number.ts';
import type { Elements } from '#jsx/jsx-runtime';
import { formatDay } from '../lib/format.ts';
import * as words from '../words/table.ts';
import {
  capabilitiesCell,
  codeCell,
  countryCell,
  DestinationCell,
  dayCell,
  nameCell,
  numberCell,
  textCell,
} from './cell-parts.tsx';
import { rowCountry } from './country-name.ts';
import {
  destinationOnPaper,
  destinationText,
  messageDestination,
  voiceDestination,
} from './destination.ts';
import type { FoundInRows } from './found-in-rows.ts';
import { typeLabel } from './type-label.ts';

type Field = keyof RentedNumber;

/**
 * All that a column is. A column for another field is one entry here and one label in the words; the
 * field itself comes from `contract/number.ts`, and its line in the details from `detail-groups.ts`.
 */
interface ColumnSpec {
  /** The least width in pixels. */
  size: number;
  /** The widths after each turn of `distributeWidths`, where a table has more room; else as it has. */
  grows?: readonly [number, number, number];
  /** The rest of the room goes to the columns with the highest rank. */
  restRank?: number;
  /** The turn in which it makes room for docked details, which show the same; others stay. */
  leaves?: 1 | 2 | 3 | 4;
  /** The API fields this column stands for, in the order an export writes them. */
  fields: readonly Field[];
  /**
   * What it sorts by; null and '' come last in either direction. Findings are no part of a row, and
   * are sorted by `list/sort-rows.ts`.
   */
  sortValue: (row: RentedNumber) => string | number | null;
  /** Digits or hexadecimal: ordered by character, which is as good and many times faster. */
  isIdentifier?: true;
  /** Whether it is shown only if the reader asks, or, without being asked, in a wide window only. */
  hidden?: true | 'unlessWide';
  cell: (row: RentedNumber, found: FoundInRows | null) => Elements;
  /** The text on paper, which is not cut off and has no title to hover over. */
  text: (row: RentedNumber, found: FoundInRows | null) => string | null;
  /** Its share of a sheet of paper, where that is not `size`: paper shows addresses in full. */
  paperSize?: number;
}

type TextField = {
  [K in Field]: RentedNumber[K] extends string | null ? K : never;
}[Field];

const plain = (field: TextField, size: number): ColumnSpec => ({
  size,
  fields: [field],
  sortValue: (row) => row[field],
  hidden: true,
  cell: (row) => textCell(row[field]),
  text: (row) => row[field],
});

const identifier = (field: TextField): ColumnSpec => ({
  ...plain(field, 300),
  isIdentifier: true,
  cell: (row) => codeCell(row[field]),
});

const date = (field: 'created' | 'updated'): ColumnSpec => ({
  size: 98,
  grows: [98, 98, 108],
  leaves: 1,
  paperSize: 84,
  fields: [field],
  sortValue: (row) => row[field] && Date.parse(row[field]),
  cell: (row) => dayCell(row[field]),
  text: (row) => row[field] && formatDay(row[field]),
});

/** A host is whole at the least width, or nearly; the end of its path is there after the first turn. */
const destinationRoom = {
  size: 136,
  grows: [188, 202, 336],
  restRank: 1,
  leaves: 1,
  paperSize: 190,
} as const;

/** Every column, in the order of the table. */
const columnSpecs = {
  number: {
    size: 198,
    grows: [198, 204, 220],
    paperSize: 120,
    fields: ['number'],
    sortValue: (row) => row.number.replace(/^\+/, ''),
    isIdentifier: true,
    cell: numberCell,
    text: (row) => row.number_display,
  },
  name: {
    size: 76,
    grows: [116, 118, 260],
    restRank: 2,
    paperSize: 88,
    fields: ['name'],
    sortValue: (row) => row.name,
    cell: nameCell,
    text: (row) => row.name,
  },
  country: {
    size: 88,
    grows: [96, 144, 168],
    leaves: 3,
    paperSize: 110,
    fields: ['country_code', 'country_name'],
    sortValue: rowCountry,
    cell: countryCell,
    text: rowCountry,
  },
  type: {
    size: 66,
    grows: [66, 66, 88],
    leaves: 2,
    paperSize: 64,
    fields: ['type'],
    sortValue: (row) => row.type,
    cell: (row) => <bdi className="truncate text-muted">{typeLabel(row.type)}</bdi>,
    text: (row) => typeLabel(row.type),
  },
  capabilities: {
    size: 98,
    grows: [98, 98, 108],
    leaves: 4,
    paperSize: 84,
    fields: ['voice', 'messaging'],
    sortValue: (row) => Number(row.voice) * 2 + Number(row.messaging),
    cell: capabilitiesCell,
    text: (row) =>
      [row.voice && words.voice, row.messaging && words.sms].filter(Boolean).join(', ') ||
      words.noCapability,
  },
  finding: {
    size: 112,
    grows: [120, 150, 226],
    paperSize: 150,
    fields: [],
    sortValue: () => null,
    cell: ({ number_sid }, found) => found?.cellOf(number_sid),
    text: ({ number_sid }, found) => found?.textOf(number_sid) ?? null,
  },
  mode: {
    size: 78,
    grows: [78, 80, 92],
    leaves: 1,
    hidden: 'unlessWide',
    paperSize: 76,
    fields: ['mode'],
    sortValue: (row) => row.mode,
    cell: (row) => codeCell(row.mode),
    text: (row) => row.mode,
  },
  voice_to: {
    ...destinationRoom,
    fields: ['call_controller', 'call_app_sid', 'endpoint_sid'],
    sortValue: (row) => destinationText(voiceDestination(row)),
    cell: (row) => <DestinationCell to={voiceDestination(row)} />,
    text: (row) => destinationOnPaper(voiceDestination(row)),
  },
  messages_to: {
    ...destinationRoom,
    fields: ['msg_controller', 'msg_app_sid'],
    sortValue: (row) => destinationText(messageDestination(row)),
    cell: (row) => <DestinationCell to={messageDestination(row)} />,
    text: (row) => destinationOnPaper(messageDestination(row)),
  },
  created: date('created'),
  updated: { ...date('updated'), hidden: 'unlessWide' },
  number_sid: identifier('number_sid'),
  account_sid: identifier('account_sid'),
  endpoint_sid: identifier('endpoint_sid'),
  call_app_sid: identifier('call_app_sid'),
  msg_app_sid: identifier('msg_app_sid'),
  call_method: plain('call_method', 110),
  msg_method: plain('msg_method', 130),
  has_token: {
    size: 100,
    fields: ['has_token'],
    sortValue: (row) => Number(row.has_token),
    hidden: true,
    cell: (row) => row.has_token && <span>{words.set}</span>,
    text: (row) => (row.has_token ? words.set : null),
  },
} satisfies Record<string, ColumnSpec>;

export type ColumnId = keyof typeof columnSpecs;

export const columnIds = Object.keys(columnSpecs) as ColumnId[];
export const columnSpec = (id: ColumnId): ColumnSpec => columnSpecs[id];
/** The text of a column for a row, in full. */
export const columnText = (
  id: ColumnId,
  row: RentedNumber,
  found: FoundInRows | null = null,
): string => columnSpec(id).text(row, found) ?? '';
export const columnLabel = (id: ColumnId): string => words.columns[id];
export const isColumnId = (id: string): id is ColumnId => Object.hasOwn(columnSpecs, id);

/** The API fields of the columns shown, in their order, each once. */
export const exportFields = (shown: readonly ColumnId[]): Field[] => [
  ...new Set(shown.flatMap((id) => columnSpec(id).fields)),
];
