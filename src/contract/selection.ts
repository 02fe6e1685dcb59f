import { type FilterName, filterCodecs, filterNames, type NumberFilters } from './filters.ts';

/**
 * The filters that a reader chooses: the vendor's exact filters, with several values for
 * `country_code` and `type`. The vendor's API has no "or", so each combination of values is a list
 * of its own.
 */
export interface NumberSelection extends Omit<NumberFilters, ListName> {
  country_code?: readonly string[];
  type?: readonly string[];
}

/** The filters that take several values. */
export const listNames = ['country_code', 'type'] as const;
export type ListName = (typeof listNames)[number];

/** The filters that take yes or no. */
export const flagNames = ['voice', 'messaging'] as const;
export type FlagName = (typeof flagNames)[number];

/**
 * The filters in the page's address: all but `country_name`, which says the same as `country_code`.
 */
export const pageFilterNames = ['number', ...listNames, ...flagNames] as const;
export type PageFilterName = (typeof pageFilterNames)[number];

const mostValues = 300;

const isListName = (name: FilterName): name is ListName =>
  listNames.some((listName) => listName === name);

/** A comma within a value is written `\,`, and a backslash `\\`. */
const written = (value: string) => value.replace(/[\\,]/g, '\\$&');

function listed(text: string): string[] {
  const values = [''];
  for (const [part] of text.matchAll(/\\[\\,]|[\s\S]/g)) {
    if (part === ',') values.push('');
    else values.push(values.pop() + part.slice(-1));
  }
  return values;
}

const listCodec = (name: ListName) => ({
  /**
   * The values of `GB,EE`, each once, in their order; null when one is invalid or there are too
   * many.
   */
  parse(text: string): string[] | null {
    const values = listed(text).map((value) => filterCodecs[name].parse(value));
    if (values.length > mostValues || !values.every((value) => value !== null)) return null;
    return [...new Set(values)];
  },
  expects: `${filterCodecs[name].expects}; up to ${mostValues} of them, with commas between, and \\, for a comma within one`,
});

/** One codec for the address bar and the backend-for-frontend. Values are written with `writeSelected`. */
export const selectionCodecs = {
  ...filterCodecs,
  country_code: listCodec('country_code'),
  type: listCodec('type'),
};

/** The text of one filter of a selection; the filter's codec reads it back. */
export const writeSelected = (value: NonNullable<NumberSelection[FilterName]>): string =>
  typeof value === 'object' ? value.map(written).join(',') : String(value);

/** A selection as query parameters, always in the same order: equal selections give equal text. */
export function selectionEntries(selection: NumberSelection): [FilterName, string][] {
  return filterNames.flatMap((name) => {
    const value = selection[name];
    return value === undefined ? [] : [[name, writeSelected(value)] satisfies [FilterName, string]];
  });
}

/**
 * The sets of exact filters that make up a selection: one for each country with each type. Every
 * row of the selection matches exactly one set.
 */
export function selectionParts(selection: NumberSelection): NumberFilters[] {
  const { country_code, type, ...single } = selection;
  const countries = country_code ?? [undefined];
  const types = type ?? [undefined];
  return countries.flatMap((country) =>
    types.map((kind) => ({
      ...single,
      ...(country !== undefined && { country_code: country }),
      ...(kind !== undefined && { type: kind }),
    })),
  );
}

/** Whether every row of `inner` is also a row of `outer`. */
export function selectionCovers(outer: NumberSelection, inner: NumberSelection): boolean {
  return filterNames.every((name) => {
    const wide = outer[name];
    if (wide === undefined) return true;
    if (!isListName(name)) return wide === inner[name];
    const [allowed, asked] = [outer[name], inner[name]];
    return asked?.every((value) => allowed?.includes(value)) ?? false;
  });
}
