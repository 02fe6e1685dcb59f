import type { RentedNumber } from '#contract/number.ts';
import * as words from '../words/table.ts';
import { rowCountry } from './country-name.ts';
import { destinationText, messageDestination, voiceDestination } from './destination.ts';

type Field = keyof RentedNumber;

export interface ColumnSpec {
  /** The least width in pixels; wider screens share what is left in the same proportions. */
  size: number;
  /** The API fields this column stands for, in the order an export writes them. */
  fields: readonly Field[];
  /** What it sorts by; null and '' come last in either direction. */
  sortValue: (row: RentedNumber) => string | number | null;
  /** Digits or hexadecimal: ordered by character, which is as good and many times faster. */
  isIdentifier?: true;
  hidden?: true;
}

type TextField = {
  [K in Field]: RentedNumber[K] extends string | null ? K : never;
}[Field];

const plain = (field: TextField, size: number): ColumnSpec => ({
  size,
  fields: [field],
  sortValue: (row) => row[field],
  hidden: true,
});

const identifier = (field: TextField): ColumnSpec => ({
  ...plain(field, 300),
  isIdentifier: true,
});

/** Every column, in the order of the table: one declaration for table, sort and export. */
export const columnSpecs = {
  number: {
    size: 214,
    fields: ['number'],
    sortValue: (row) => row.number.replace(/^\+/, ''),
    isIdentifier: true,
  },
  name: { size: 90, fields: ['name'], sortValue: (row) => row.name },
  country: {
    size: 148,
    fields: ['country_code', 'country_name'],
    sortValue: rowCountry,
  },
  type: { size: 75, fields: ['type'], sortValue: (row) => row.type },
  capabilities: {
    size: 108,
    fields: ['voice', 'messaging'],
    sortValue: (row) => Number(row.voice) * 2 + Number(row.messaging),
  },
  mode: { size: 82, fields: ['mode'], sortValue: (row) => row.mode },
  voice_to: {
    size: 122,
    fields: ['call_controller', 'call_app_sid', 'endpoint_sid'],
    sortValue: (row) => destinationText(voiceDestination(row)),
  },
  messages_to: {
    size: 122,
    fields: ['msg_controller', 'msg_app_sid'],
    sortValue: (row) => destinationText(messageDestination(row)),
  },
  created: {
    size: 100,
    fields: ['created'],
    sortValue: (row) => row.created && Date.parse(row.created),
  },
  updated: {
    size: 100,
    fields: ['updated'],
    sortValue: (row) => row.updated && Date.parse(row.updated),
  },
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
  },
} satisfies Record<string, ColumnSpec>;

export type ColumnId = keyof typeof columnSpecs;

export const columnIds = Object.keys(columnSpecs) as ColumnId[];
export const columnSpec = (id: ColumnId): ColumnSpec => columnSpecs[id];
export const columnLabel = (id: ColumnId): string => words.columns[id];
export const isColumnId = (id: string): id is ColumnId => Object.hasOwn(columnSpecs, id);

/** The API fields of the columns shown, in their order, each once. */
export const exportFields = (shown: readonly ColumnId[]): Field[] => [
  ...new Set(shown.flatMap((id) => columnSpec(id).fields)),
];
