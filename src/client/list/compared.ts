import type { RentedNumber } from '#contract/number.ts';
import type { Elements } from '#jsx/jsx-runtime';
import type { ColumnId } from '../fields/columns.tsx';
import type { ChangeKind } from '../fields/row-changes.ts';
import { createStore, useStore } from '../lib/store.ts';
import type { RowTest } from './join-tests.ts';
import type { ListSource } from './list-state.ts';
import type { Search } from './search-rows.ts';

interface FittedColumns {
  taste: { widths: Readonly<Record<string, number>> };
}

/** Two kept lists compared: the numbers that differ take the place of the list. */
export interface Compared {
  source: ListSource;
  /** Names the comparison, and the kinds of changes that are shown. */
  key: string;
  /** Whether two days are compared, or are about to be. */
  isPair: boolean;
  /** Names the days, for a title and for a file. */
  label: string;
  fileLabel: string;
  /** The moments of the two lists, in ISO 8601 and UTC; null before they are here. */
  days: { from: string; to: string } | null;
  /** Passes numbers of the chosen kinds; null for all of them. */
  test: RowTest | null;
  /** Passes numbers in which a text is found, as they are or as they were. */
  searchTest(search: Search): RowTest | null;
  kindOf(number_sid: string): ChangeKind | undefined;
  /** The day that a number's row comes from, in words; null for a number without a difference. */
  asOf(number_sid: string): string | null;
  /** The fate of a number between the two days, for its details. */
  standingOf(number_sid: string): Elements;
  /** A changed number as it was. */
  beforeOf(number_sid: string): RentedNumber | undefined;
  /** The fields in which any of these numbers changed, and the columns that show the changes. */
  changedFields: readonly (keyof RentedNumber)[];
  changedColumns: readonly ColumnId[];
  /** Columns as they are shown: identifiers that are here only for their changes are narrow. */
  fit<T extends FittedColumns>(columns: T): T;
  /** The ground of a row. */
  markOf(number_sid: string): 'new' | 'gone' | null;
  /** The sign of a row, with its words. */
  signOf(number_sid: string): Elements;
  /** The cell of a column in which a number differs from before; undefined for every other cell. */
  cellOf(row: RentedNumber, column: ColumnId): Elements | undefined;
  /** The differences of a number in one line; undefined where it is not a changed one. */
  lineOf(row: RentedNumber): Elements | undefined;
  /** The text of such a cell, old and new; undefined for every other cell. */
  textOf(row: RentedNumber, column: ColumnId): string | undefined;
}

const store = createStore<Compared | null>(() => null);

/** Puts a comparison in the place of the list, or takes it away; its code is loaded on use. */
export const publishCompared = store.set;

/** The comparison that is on screen, if one is wanted and is here. */
export function useCompared(isWanted: boolean): Compared | null {
  const compared = useStore(store);
  return isWanted ? compared : null;
}
