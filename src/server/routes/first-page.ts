import { filterEntries } from '#contract/filters.ts';
import { routes } from '#contract/routes.ts';
import {
  type NumberSelection,
  pageFilterNames,
  selectionCodecs,
  selectionParts,
} from '#contract/selection.ts';

/**
 * The address of the first request that the page will make, from the query of its own address. As
 * the page does, it takes the first of repeated values and leaves out what cannot be read.
 */
export function firstPageAddress(query: URLSearchParams): string {
  const values = pageFilterNames.flatMap((name) => {
    const text = query.get(name);
    const value = text === null ? null : selectionCodecs[name].parse(text);
    return value === null ? [] : [[name, value] as const];
  });
  // Each value came from the codec of its own name.
  const selection = Object.fromEntries(values) as NumberSelection;
  // A selection always has a part.
  const search = new URLSearchParams(filterEntries(selectionParts(selection)[0]!));
  return search.size === 0 ? routes.numbers : `${routes.numbers}?${search}`;
}
