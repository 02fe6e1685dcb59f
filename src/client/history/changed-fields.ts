import type { RentedNumber } from '#contract/number.ts';
import { type ColumnId, columnIds, columnLabel, columnSpec } from '../fields/columns.tsx';

type Field = keyof RentedNumber;

/** These follow from the number. */
const derived: readonly Field[] = ['number_e164', 'number_display'];

/** The fields in which a number differs from before. */
export function changedFieldsOf(before: RentedNumber, after: RentedNumber): Field[] {
  // Both have passed the same schema, so they have the same fields.
  const fields = Object.keys(after) as Field[];
  return fields.filter((field) => before[field] !== after[field] && !derived.includes(field));
}

/** Columns with where calls or messages go: they show one of their fields at a time. */
export const isDestination = (id: ColumnId) => id === 'voice_to' || id === 'messages_to';

/** Whether a column shows that a number differs from before. */
export function differsIn(id: ColumnId, before: RentedNumber, after: RentedNumber): boolean {
  const { fields, text } = columnSpec(id);
  if (isDestination(id)) return text(before, null) !== text(after, null);
  return fields.some((field) => before[field] !== after[field]);
}

/** The labels of the columns in which a number differs from before, each once. */
export const changedLabels = (before: RentedNumber, after: RentedNumber): string[] =>
  columnIds
    .filter((id) => {
      const { fields } = columnSpec(id);
      return fields.some((field) => before[field] !== after[field]);
    })
    .map(columnLabel);
