import type { RentedNumber } from '#contract/number.ts';
import { type Narrowing, narrowings, searchFor } from '../address/narrowing.ts';
import { checkLabel } from '../fields/check-label.ts';
import { type ColumnId, columnSpec } from '../fields/columns.tsx';
import { copiedNumber } from '../fields/copied-number.ts';
import { rowCountry } from '../fields/country-name.ts';
import { type Destination, messageDestination, voiceDestination } from '../fields/destination.ts';
import { rentedWords } from '../fields/month-words.ts';
import { typeLabel } from '../fields/type-label.ts';
import { withoutIsolates } from '../lib/format.ts';
import type { CheckMarks } from '../list/check-marks.ts';
import * as selection from '../words/selection.ts';
import * as words from './cell-menu-words.ts';

type Field = keyof RentedNumber;
type Found = Pick<CheckMarks, 'rulesOf' | 'textOf'> | null;

interface NarrowEntry {
  does: 'narrow';
  /** What ends the sentence "Only …". */
  value: string;
  narrowing: Narrowing;
}

interface CopyEntry {
  does: 'copy';
  /** What ends the sentence "Copy …". */
  value: string;
  text: string;
  /** Whether it is the API's own form of a number, beside the one that people dial. */
  isAsWritten?: true;
}

interface OpenEntry {
  does: 'open';
}

/** An action on all selected rows. */
interface SelectionEntry {
  does: 'copySelected' | 'compareSelected';
  count: number;
}

export type CellEntry = NarrowEntry | CopyEntry | OpenEntry | SelectionEntry;

/** The columns that show where calls or messages go: one of several fields at a time. */
const destinations: Partial<
  Record<
    ColumnId,
    { of: (row: RentedNumber) => Destination; controller: Field; application: Field }
  >
> = {
  voice_to: { of: voiceDestination, controller: 'call_controller', application: 'call_app_sid' },
  messages_to: { of: messageDestination, controller: 'msg_controller', application: 'msg_app_sid' },
};

/** The fields that a cell shows. */
function shownFields(row: RentedNumber, column: ColumnId): readonly Field[] {
  const destination = destinations[column];
  if (!destination) return columnSpec(column).fields;
  switch (destination.of(row).kind) {
    case 'url':
      return [destination.controller];
    case 'application':
      return [destination.application];
    case 'endpoint':
      return ['endpoint_sid'];
    case 'nowhere':
    case 'off':
      return [];
  }
}

/** A value in the words of the table. */
function valueWords(row: RentedNumber, field: Field, { rented }: Narrowing): string {
  switch (field) {
    case 'country_code':
      return rowCountry(row);
    case 'type':
      return typeLabel(row.type);
    case 'voice':
      return row.voice ? words.voiceOn : words.voiceOff;
    case 'messaging':
      return row.messaging ? words.smsOn : words.smsOff;
    case 'created':
      return rented ? rentedWords(rented) : String(row.created);
    default:
      return String(row[field]);
  }
}

/** The host of an address: more numbers share a host than a whole address. */
function narrowToHost(row: RentedNumber, column: ColumnId): NarrowEntry[] {
  const to = destinations[column]?.of(row);
  if (to?.kind !== 'url' || to.host === to.url) return [];
  const narrowing = searchFor(to.host);
  return narrowing ? [{ does: 'narrow', value: to.host, narrowing }] : [];
}

/** The number to dial, and as Apifonica writes it where that is another text. */
function copyNumber(row: RentedNumber): CopyEntry[] {
  const dialled = copiedNumber(row);
  const { number } = row;
  return [
    { does: 'copy', value: dialled, text: dialled },
    ...(number === dialled
      ? []
      : [{ does: 'copy', value: number, text: number, isAsWritten: true } as const]),
  ];
}

/** The findings of a row, one by one as filters, and together as a text. */
function findingEntries(row: RentedNumber, found: Found): (NarrowEntry | CopyEntry)[] {
  const rules = found?.rulesOf(row.number_sid) ?? [];
  const text = found?.textOf(row.number_sid);
  return [
    ...rules.map(
      (check): NarrowEntry => ({ does: 'narrow', value: checkLabel(check), narrowing: { check } }),
    ),
    ...(rules.length > 0 && text ? [{ does: 'copy', value: text, text } as const] : []),
  ];
}

/**
 * The actions on the value of one cell: filters first, then copies.
 *
 * @param found the findings of the rows, for their column.
 */
function valueEntries(
  row: RentedNumber,
  column: ColumnId,
  found: Found,
): (NarrowEntry | CopyEntry)[] {
  if (column === 'finding') return findingEntries(row, found);
  const fields = shownFields(row, column);
  const known = narrowings(row);
  const narrow = fields.flatMap((field): NarrowEntry[] => {
    const narrowing = known[field];
    if (!narrowing) return [];
    return [{ does: 'narrow', value: valueWords(row, field, narrowing), narrowing }];
  });
  const copy = fields.flatMap((field): CopyEntry[] => {
    if (field === 'number') return copyNumber(row);
    // As the API gives it.
    const text = row[field];
    return typeof text === 'string' && text !== '' ? [{ does: 'copy', value: text, text }] : [];
  });
  return [...narrowToHost(row, column), ...narrow, ...copy];
}

/** The menu of a cell: actions on its value, then on its number. */
export function cellEntries(row: RentedNumber, column: ColumnId, found: Found = null): CellEntry[] {
  const ofValue = valueEntries(row, column, found);
  if (column === 'number') return [{ does: 'open' }, ...ofValue];
  return [...ofValue, { does: 'copy', value: words.number, text: copiedNumber(row) }];
}

/** What can be done with the selected rows, wherever the menu is opened. */
export const selectionEntries = (count: number, canCompare: boolean): SelectionEntry[] => [
  ...(count > 0 ? [{ does: 'copySelected', count } as const] : []),
  ...(canCompare ? [{ does: 'compareSelected', count } as const] : []),
];

/** The text that a copy of one cell takes: the first that its menu offers, else what it shows. */
export function copiedText(row: RentedNumber, column: ColumnId, found: Found): string {
  const offered = valueEntries(row, column, found).find(({ does }) => does === 'copy');
  if (offered?.does === 'copy') return offered.text;
  return withoutIsolates(columnSpec(column).text(row, null) ?? '') || copiedNumber(row);
}

export function entryWords(entry: CellEntry): string {
  switch (entry.does) {
    case 'narrow':
      return words.only(entry.value);
    case 'open':
      return words.openDetails;
    case 'copySelected':
      return selection.copySelected(selection.selectedRows(entry.count));
    case 'compareSelected':
      return selection.compareSelected(selection.selectedRows(entry.count));
    case 'copy':
      return entry.isAsWritten ? words.copyAsWritten(entry.value) : words.copy(entry.value);
  }
}

/** The name of the button that opens the menu; null where a button would add nothing. */
export function buttonWords(
  row: RentedNumber,
  column: ColumnId,
  found: Found = null,
): string | null {
  // The number has its own button, which copies it at once.
  const [first, ...others] = column === 'number' ? [] : valueEntries(row, column, found);
  if (first === undefined) return null;
  if (first.does === 'copy') return words.copy(first.value);
  const isCopied = others.some(({ does }) => does === 'copy');
  return isCopied ? words.filterOrCopy(first.value) : words.filterBy(first.value);
}
