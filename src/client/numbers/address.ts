import { createParser, useQueryStates } from 'nuqs';
import { filterCodecs, type NumberFilters } from '#contract/filters.ts';
import { isColumnId } from './columns.ts';
import type { Sort } from './rows/sort-rows.ts';

const fromCodec = <T extends string | boolean>(codec: { parse(text: string): T | null }) =>
  createParser<T>({ parse: codec.parse, serialize: String });

/** `created` is ascending, `-created` descending. */
const sortParser = createParser<Sort>({
  parse(text) {
    const column = text.replace(/^-/, '');
    return isColumnId(column) ? { column, descending: text.startsWith('-') } : null;
  },
  serialize: ({ column, descending }) => (descending ? `-${column}` : column),
  eq: (a, b) => a.column === b.column && a.descending === b.descending,
});

const searchParser = createParser<string>({
  parse: (text) => (text.trim() === '' || text.length > 100 ? null : text),
  serialize: String,
});

/** The number, or the SID, of the row whose details are open. */
const openParser = createParser<string>({
  parse: (text) => (/^\+?[\w-]{1,80}$/.test(text) ? text : null),
  serialize: String,
});

/** The address bar is the state: exact filters in the API's names, local search, sort, open row. */
export const addressParsers = {
  number: fromCodec(filterCodecs.number),
  country_code: fromCodec(filterCodecs.country_code),
  type: fromCodec(filterCodecs.type),
  voice: fromCodec(filterCodecs.voice),
  messaging: fromCodec(filterCodecs.messaging),
  q: searchParser,
  sort: sortParser,
  open: openParser,
};

export const useAddress = () => useQueryStates(addressParsers);

export type Address = ReturnType<typeof useAddress>[0];
export type SetAddress = ReturnType<typeof useAddress>[1];

export const pageFilterNames = ['number', 'country_code', 'type', 'voice', 'messaging'] as const;
export type PageFilterName = (typeof pageFilterNames)[number];

/** An address without filters and search; sort and open row are left as they are. */
export const noFilters = Object.fromEntries([...pageFilterNames, 'q'].map((name) => [name, null]));

/** The exact filters of an address, with the unset ones left out. */
export function addressFilters(address: Pick<Address, PageFilterName>): NumberFilters {
  const set = pageFilterNames.filter((name) => address[name] !== null);
  return Object.fromEntries(set.map((name) => [name, address[name]]));
}

/** The search part of an address without the values that cannot be read; the rest stays as it is. */
export function cleanSearch(search: string): string {
  const params = new URLSearchParams(search);
  for (const [key, parser] of Object.entries(addressParsers)) {
    const [text, ...repeated] = params.getAll(key);
    if (text === undefined) continue;
    if (parser.parse(text) === null) params.delete(key);
    else if (repeated.length > 0) params.set(key, text);
  }
  return params.size === 0 ? '' : `?${params}`;
}
