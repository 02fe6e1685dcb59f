import { type FilterName, type FilterValues, filterNames } from '../fields/filter-names.ts';
import { type FilterSpec, filterSpecs } from '../fields/filter-specs.ts';
import { countryName } from '../list/country-of-rows.ts';
import type { PastedFilter } from '../list/pasted-rows.ts';
import type { RowSet } from '../list/row-set.ts';
import { numbers } from '../words/common.ts';
import { pastedList } from '../words/pasted.ts';

interface ActiveFilter {
  name: FilterName;
  label: string;
  /** The value in words. */
  value: string;
  isVerbatim: boolean;
}

const searchNames: readonly FilterName[] = ['number', 'q'];

/** How many filters are active, the pasted list among them, besides the search. */
export const countFilters = (
  values: Partial<Record<FilterName, unknown>>,
  pasted: PastedFilter | null,
): number =>
  filterNames.filter((name) => (values[name] ?? null) !== null && !searchNames.includes(name))
    .length + (pasted === null ? 0 : 1);

/** The active filters and the search, as label and value. */
export function activeFilters(
  values: { readonly [Name in FilterName]?: FilterValues[Name] | null },
  set: RowSet,
): ActiveFilter[] {
  const chipOf = <Name extends FilterName>(name: Name): ActiveFilter[] => {
    const value = values[name];
    if (value === undefined || value === null) return [];
    const { label, text, isVerbatim = false }: FilterSpec<FilterValues[Name]> = filterSpecs[name];
    return [{ name, label, value: text(value, (code) => countryName(set, code)), isVerbatim }];
  };
  return filterNames.flatMap((name) => chipOf(name));
}

/** The pasted list as an active filter: no filter of the address, but named beside them. */
export const pastedFilter = (pasted: PastedFilter | null) =>
  pasted === null
    ? []
    : [
        {
          name: 'pasted',
          label: pastedList,
          value: numbers(pasted.lines.size),
          isVerbatim: false,
        } as const,
      ];
