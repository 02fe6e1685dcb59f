import type { Change } from '../files/changes.ts';
import { isSameNumber, type StoredNumber } from '../files/stored-number.ts';

type Groups = AsyncIterable<readonly StoredNumber[]>;

/**
 * How a list became another one. Both are sorted by `number_sid`; so are the changes.
 * @param before some rows at a time.
 */
export async function difference(
  before: Groups,
  after: readonly StoredNumber[],
): Promise<Change[]> {
  const changes: Change[] = [];
  let at = 0;
  for await (const group of before) {
    for (const row of group) {
      let other = after[at];
      while (other !== undefined && other.number_sid < row.number_sid) {
        changes.push({ before: null, after: other });
        at += 1;
        other = after[at];
      }
      if (other?.number_sid !== row.number_sid) changes.push({ before: row, after: null });
      else {
        if (!isSameNumber(row, other)) changes.push({ before: row, after: other });
        at += 1;
      }
    }
  }
  for (const row of after.slice(at)) changes.push({ before: null, after: row });
  return changes;
}

/**
 * A list with changes made to it. All is sorted by `number_sid`.
 * @param list some rows at a time.
 * @param changes by `number_sid`; `before` is as in the list.
 */
export async function* changed(
  list: Groups,
  changes: ReadonlyMap<string, Change>,
): AsyncGenerator<StoredNumber[], void, void> {
  const added = [...changes.values()]
    .flatMap(({ before, after }) => (before === null && after !== null ? [after] : []))
    .sort((one, other) => (one.number_sid < other.number_sid ? -1 : 1));
  let at = 0;
  for await (const group of list) {
    const rows: StoredNumber[] = [];
    for (const row of group) {
      for (let next = added[at]; next !== undefined; next = added[at]) {
        if (next.number_sid >= row.number_sid) break;
        rows.push(next);
        at += 1;
      }
      const change = changes.get(row.number_sid);
      if (change === undefined) rows.push(row);
      else if (change.after !== null) rows.push(change.after);
    }
    yield rows;
  }
  yield added.slice(at);
}
