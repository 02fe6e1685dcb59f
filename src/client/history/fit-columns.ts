import { type ColumnId, columnSpec } from '../fields/columns.tsx';

interface Taste {
  widths: Readonly<Record<string, number>>;
}

/** Both ends of an identifier are told apart in less than it has letters. */
const narrow = 136;

/**
 * Gives columns of identifiers that are shown for their changes little room, unless the reader gave
 * them another width: the usual columns would lose theirs.
 */
export function createFit(changed: readonly ColumnId[]) {
  const isIdentifier = (id: ColumnId) => {
    const { isIdentifier: isOne, hidden } = columnSpec(id);
    return isOne === true && hidden === true;
  };
  const widths = Object.fromEntries(changed.filter(isIdentifier).map((id) => [id, narrow]));
  const fitted = new WeakMap<Taste, Taste>();
  return <T extends { taste: Taste }>(columns: T): T => {
    const { taste } = columns;
    const known = fitted.get(taste) ?? { ...taste, widths: { ...widths, ...taste.widths } };
    fitted.set(taste, known);
    return { ...columns, taste: known };
  };
}
