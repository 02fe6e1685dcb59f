import { knownCountry } from '../fields/country-name.ts';
import { type CodedColumn, testValues } from './coded-column.ts';
import { markRows } from './joined-texts.ts';
import type { RowSet } from './row-set.ts';

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
