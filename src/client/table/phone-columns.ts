import type { ColumnId } from '../fields/columns.tsx';

/** The columns in a row of a phone, in the order of reading. The details have all others. */
export const phoneColumns: readonly ColumnId[] = [
  'number',
  'country',
  'finding',
  'name',
  'type',
  'capabilities',
  'created',
];
