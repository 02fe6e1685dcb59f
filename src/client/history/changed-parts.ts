import type { RentedNumber } from '#contract/number.ts';
import {
  type ColumnId,
  columnIds,
  columnLabel,
  columnSpec,
  columnText,
} from '../fields/columns.tsx';

type Field = keyof RentedNumber;

/** These follow from the number. */
const derived: readonly Field[] = ['number_e164', 'number_display'];

/** The fields in which a number differs from before. */
function changedFieldsOf(before: RentedNumber, after: RentedNumber): Field[] {
  // Both have passed the same schema, so they have the same fields.
  const fields = Object.keys(after) as Field[];
  return fields.filter((field) => before[field] !== after[field] && !derived.includes(field));
}

/** Columns with where calls or messages go: they show one of their fields at a time. */
export const isDestination = (id: ColumnId) => id === 'voice_to' || id === 'messages_to';

/** Whether any of a column's fields differs from before. */
const hasChanged = (id: ColumnId, before: RentedNumber, after: RentedNumber): boolean =>
  columnSpec(id).fields.some((field) => before[field] !== after[field]);

/** Whether a column shows that a number differs from before. */
export const differsIn = (id: ColumnId, before: RentedNumber, after: RentedNumber): boolean =>
  isDestination(id)
    ? columnText(id, before) !== columnText(id, after)
    : hasChanged(id, before, after);

/** The labels of the columns in which a number differs from before, each once. */
export const changedLabels = (before: RentedNumber, after: RentedNumber): string[] =>
  columnIds.filter((id) => hasChanged(id, before, after)).map(columnLabel);

/** What is different in some changed numbers. */
export interface ChangedParts {
  fields: readonly Field[];
  /** The columns that show the differences. */
  columns: readonly ColumnId[];
}

/** The columns that show a field: where calls or messages go, they show one of several fields. */
const columnsOf = new Map(
  columnIds
    .flatMap((id) => columnSpec(id).fields)
    .map((field) => [field, columnIds.filter((id) => columnSpec(id).fields.includes(field))]),
);

/** The column that shows that a field of a number has changed. */
const showing = (field: Field, before: RentedNumber, after: RentedNumber) =>
  columnsOf.get(field)?.find((id) => !isDestination(id) || differsIn(id, before, after));

/**
 * Collects what is different in changed numbers. The moment of the last change counts only where
 * nothing else changed.
 */
export function createChangedParts() {
  const fields = new Set<Field>();
  const columns = new Set<ColumnId>();
  return {
    add(before: RentedNumber, after: RentedNumber) {
      const changed = changedFieldsOf(before, after);
      const telling = changed.filter((field) => field !== 'updated');
      for (const field of telling.length > 0 ? telling : changed) {
        fields.add(field);
        const column = showing(field, before, after);
        if (column !== undefined) columns.add(column);
      }
    },
    list: (): ChangedParts => ({ fields: [...fields], columns: [...columns] }),
  };
}

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
