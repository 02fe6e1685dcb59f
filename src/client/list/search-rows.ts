import type { RentedNumber } from '#contract/number.ts';
import { knownCountry } from '../fields/country-name.ts';
import { type CodedColumn, testValues } from './coded-column.ts';
import type { RowSet } from './row-set.ts';

/** Fields that differ from row to row, and have no line breaks. */
type OwnField = 'number' | 'number_sid';

interface Joined {
  /** The field of each row in lower case, each behind a line break. */
  text: string;
  /** Where the line break before each row is. */
  starts: number[];
  edits: number;
}

/** A number is searched by its E.164 digits, and by the API's own text where that differs. */
function textOf(row: RentedNumber, field: OwnField): string {
  const { number, number_e164 } = row;
  if (field !== 'number' || number_e164 === null) return row[field];
  return number.includes(number_e164) ? number : `${number} ${number_e164}`;
}

const remembered = new WeakMap<RowSet, Map<OwnField, Joined>>();

/** The values of a field of all rows as one text: extended for added rows, rebuilt for changed ones. */
function joined(set: RowSet, field: OwnField): Joined {
  const ofSet = remembered.get(set) ?? new Map<OwnField, Joined>();
  remembered.set(set, ofSet);
  const known = ofSet.get(field);
  const none: Joined = { text: '', starts: [], edits: set.edits };
  const { text, starts } = known?.edits === set.edits ? known : none;
  const added: string[] = [];
  let end = text.length;
  for (let position = starts.length; position < set.rows.length; position += 1) {
    // The position is that of a row.
    const value = `\n${textOf(set.rows[position] as RentedNumber, field).toLowerCase()}`;
    starts.push(end);
    end += value.length;
    added.push(value);
  }
  const whole = { text: text + added.join(''), starts, edits: set.edits };
  ofSet.set(field, whole);
  return whole;
}

/**
 * Marks the rows whose field has a fragment in it. One search through one long text costs a part of
 * what one in each row does.
 *
 * @param fragment in lower case, not empty.
 * @param marks of the rows from `from` on; those found become 1.
 */
function markRows(
  set: RowSet,
  field: OwnField,
  fragment: string,
  from: number,
  marks: Uint8Array,
): void {
  if (fragment.includes('\n') || from >= set.rows.length) return;
  const { text, starts } = joined(set, field);
  let position = from;
  let at = text.indexOf(fragment, starts[from]);
  while (at !== -1) {
    while (position + 1 < starts.length && starts[position + 1]! < at) position += 1;
    marks[position - from] = 1;
    const next = starts[position + 1];
    if (next === undefined) return;
    at = text.indexOf(fragment, next);
  }
}

const wordFields = ['name', 'country_name', 'call_controller', 'msg_controller'] as const;
const sidFields = ['call_app_sid', 'msg_app_sid', 'endpoint_sid'] as const;

/** SIDs are hexadecimal, so fewer digits would match them by chance, and the reader could not see why. */
const fewDigits = /^\d{1,7}$/;

export interface Search {
  text: string;
  /** The digit sequences of the text: see `searchedNumbers`. */
  numbers: readonly string[];
}

/**
 * A test for rows that match a search text, from one row on. Digits are searched for inside the
 * number; any text is searched for inside names and controllers, and inside SIDs unless the text is
 * only a few digits.
 */
export function searchTest(
  set: RowSet,
  search: Search,
  from: number,
): (position: number) => boolean {
  const text = search.text.trim().toLowerCase();
  const isInSids = !fewDigits.test(text);
  const marks = new Uint8Array(set.rows.length - from);
  for (const digits of search.numbers) markRows(set, 'number', digits, from, marks);
  if (isInSids) markRows(set, 'number_sid', text, from, marks);

  const mentions = (value: string | null) => value?.toLowerCase().includes(text) ?? false;
  function mark<T>(column: CodedColumn<T>, test: (value: T) => boolean) {
    const passes = testValues(column, test);
    if (!passes.includes(1)) return;
    const { codes } = column;
    for (let at = 0; at < marks.length; at += 1) marks[at]! |= passes[codes[from + at]!]!;
  }
  // A country matches by its name on the page and by its name in the API.
  mark(set.columns.country_code, (code) => mentions(knownCountry(code) ?? null));
  for (const field of isInSids ? [...wordFields, ...sidFields] : wordFields) {
    mark<string | null>(set.columns[field], mentions);
  }
  return (position) => marks[position - from] === 1;
}
