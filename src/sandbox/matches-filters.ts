import type { NumberRow } from './schema.ts';

/** A row as kept: `type` is open because one scenario rents out a type nobody documented. */
export type InventoryRow = Omit<NumberRow, 'type'> & { readonly type: string };

/** The documented filters, all exact and combined with "and"; an absent one matches every row. */
export interface NumberFilters {
  readonly number?: string;
  readonly country_code?: string;
  readonly country_name?: string;
  readonly type?: string;
  readonly voice?: boolean;
  readonly messaging?: boolean;
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

/**
 * The test of a set of filters for each row. `number` compares digits only: other endpoints of the
 * vendor write a `+`, which arrives as a space in a query string.
 */
export function matchesFilters(filters: NumberFilters): (row: InventoryRow) => boolean {
  const wanted = { ...filters };
  if (wanted.number !== undefined) wanted.number = digitsOf(wanted.number);
  const entries = Object.entries(wanted) as [keyof NumberFilters, string | boolean][];
  return (row) => entries.every(([key, value]) => row[key] === value);
}
