import { type ChangeKind, changeKinds } from '../fields/row-changes.ts';
import type { Compared } from '../list/compared.ts';
import { createRowViewer } from '../list/row-view.ts';
import type { NumberList } from '../list/useNumberList.ts';

type Asked = Pick<NumberList, 'set' | 'here' | 'search'>;

/** Makes counts of the differences by kind: those that the filters and the search leave, whatever kinds are chosen. */
export function createKindCounter() {
  const view = createRowViewer();
  return (
    { set, here, search }: Asked,
    rented: string | null,
    { kindOf, searchTest }: Pick<Compared, 'kindOf' | 'searchTest'>,
  ): Record<ChangeKind, number> => {
    const counts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<
      ChangeKind,
      number
    >;
    const test = search && searchTest(search);
    const question = { selection: here, search: null, rented, sort: null, test };
    for (const position of view(set, question).positions()) {
      const row = set.rows[position];
      const kind = row && kindOf(row.number_sid);
      if (kind) counts[kind] += 1;
    }
    return counts;
  };
}
