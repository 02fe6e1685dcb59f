import type { RentedNumber } from '#contract/number.ts';
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
export function markRows(
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
