import { filterEntries } from '#contract/filters.ts';
import { routes } from '#contract/routes.ts';
import {
  type NumberSelection,
  pageFilterNames,
  selectionCodecs,
  selectionParts,
} from '#contract/selection.ts';

/**
 * The address of the first request that the page will make, from the query of the page's address.
 * Like the page, it takes the first of repeated values and ignores unreadable values.
 *
 * @param account the id of the account, where the person may read several.
 */
export function firstPageAddress(query: URLSearchParams, account?: string): string {
  const values = pageFilterNames.flatMap((name) => {
    const text = query.get(name);
    const value = text === null ? null : selectionCodecs[name].parse(text);
    return value === null ? [] : [[name, value] as const];
  });
  // Each value came from the codec of its own name.
  const selection = Object.fromEntries(values) as NumberSelection;
  // A selection always has at least one part.
  const filters = filterEntries(selectionParts(selection)[0]!);
  const search = new URLSearchParams(account === undefined ? {} : { account });
  for (const [name, value] of filters) search.append(name, value);
  return search.size === 0 ? routes.numbers : `${routes.numbers}?${search}`;
}
