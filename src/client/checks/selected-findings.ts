import type { RentedNumber } from '#contract/number.ts';
import type { CheckedRows } from '../findings/checked-rows.ts';
import type { RowSet } from '../list/row-set.ts';
import type { SelectedRows } from '../list/selected-rows.ts';

type Selected = Pick<SelectedRows, 'set' | 'positions' | 'length' | 'elsewhere'>;

/** The selected rows that the loaded list does not have: the last ones of their set. */
export const rowsElsewhere = ({ set, length, elsewhere }: Selected): readonly RentedNumber[] =>
  elsewhere === 0 ? [] : set.rows.slice(length - elsewhere, length);

interface SelectedFindings {
  set: RowSet;
  /** The rules that found something in each row of the set, by its position. */
  found: Uint32Array;
  /** Whether some of the rows are not checked yet. */
  isPending: boolean;
}

/**
 * What the rules found in the selected rows.
 *
 * @param list the loaded list.
 * @param alone what the rules found in rows that the list does not have, each by itself.
 */
export function selectedFindings(
  rows: Selected,
  list: RowSet,
  checked: CheckedRows | null,
  alone: ReadonlyMap<RentedNumber, number>,
): SelectedFindings {
  const { set } = rows;
  const found = new Uint32Array(set.rows.length);
  let isPending = false;
  for (const position of rows.positions()) {
    const row = set.rows[position]!;
    const here = list.positionOf(row.number_sid);
    const ofList = checked?.set === list && here !== undefined ? checked.found[here] : undefined;
    const bits = here === undefined ? alone.get(row) : ofList;
    if (bits === undefined) isPending = true;
    else found[position] = bits;
  }
  return { set, found, isPending };
}
