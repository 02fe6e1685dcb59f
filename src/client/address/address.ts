import { accountCodec } from '#contract/account.ts';
import {
  type NumberSelection,
  type PageFilterName,
  pageFilterNames,
  selectionCodecs,
  writeSelected,
} from '#contract/selection.ts';
import { type ColumnId, isColumnId } from '../fields/columns.tsx';
import { filterNames } from '../fields/filter-names.ts';
import { parseMonths } from '../fields/rented-months.ts';
import { type ChangeKind, changeKinds } from '../fields/row-changes.ts';
import type { Sort } from '../fields/sort.ts';

/** Reads and writes one value of the address bar; null stands for an unreadable value. */
export interface AddressCodec<T> {
  parse(text: string): T | null;
  serialize(value: T): string;
}

const fromCodec = <T>(codec: { parse(text: string): T | null }): AddressCodec<T> => ({
  parse: codec.parse,
  serialize: String,
});

const ofSelection = <N extends PageFilterName>(name: N) => ({
  parse: selectionCodecs[name].parse as (text: string) => NonNullable<NumberSelection[N]> | null,
  serialize: writeSelected,
});

/** `created` is ascending, `-created` descending. */
const sortCodec: AddressCodec<Sort> = {
  parse(text) {
    const column = text.replace(/^-/, '');
    return isColumnId(column) ? { column, descending: text.startsWith('-') } : null;
  },
  serialize: ({ column, descending }) => (descending ? `-${column}` : column),
};

const searchCodec: AddressCodec<string> = {
  parse: (text) => (text.trim() === '' || text.length > 100 ? null : text),
  serialize: String,
};

/** A level or a rule of the checks; those are loaded later, and drop what they do not know. */
const checkCodec: AddressCodec<string> = {
  parse: (text) => (/^[a-z-]{1,80}$/.test(text) ? text : null),
  serialize: String,
};

/** The number, or the SID, of the row whose details are open. */
const openCodec: AddressCodec<string> = {
  parse: (text) => (/^\+?[\w-]{1,80}$/.test(text) ? text : null),
  serialize: String,
};

/** What the rows are shown as, where that is not the table. */
const showCodec = fromCodec({
  parse: (text) => (text === 'overview' || text === 'history' ? text : null),
});

/** A snapshot, by its place among those of the account. */
const snapshotCodec = fromCodec({
  parse: (text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null),
});

/** The kinds of changes that are shown, each once; null shows all. */
const changeCodec = fromCodec({
  parse(text): readonly ChangeKind[] | null {
    const chosen = changeKinds.filter((kind) => text.split(',').includes(kind));
    return text !== '' && String(chosen) === text ? chosen : null;
  },
});

/** The name of the saved view that is looked at. */
const viewCodec: AddressCodec<string> = {
  parse: (text) => (text.trim() !== text || text === '' || text.length > 60 ? null : text),
  serialize: String,
};

/** The columns a link brings along, in their order; who opens it makes them theirs. */
const columnsCodec: AddressCodec<ColumnId[]> = {
  parse(text) {
    const ids = text.split(',');
    return ids.every(isColumnId) ? ids : null;
  },
  serialize: String,
};

/** The one dialog that a reload opens again. */
const dialogCodec = fromCodec({ parse: (text) => (text === 'admin' ? text : null) });

/** How dense a link's rows are. */
const densityCodec = fromCodec({
  parse: (text) => (text === 'compact' || text === 'comfortable' ? text : null),
});

/** The address bar is the state: the account, the snapshot, filters in the API's names, local search, checks, months, sort, open row. */
export const addressCodecs = {
  /** Null where there is one account. */
  account: fromCodec(accountCodec),
  /** Null shows the list of now. */
  snapshot: snapshotCodec,
  number: ofSelection('number'),
  country_code: ofSelection('country_code'),
  type: ofSelection('type'),
  voice: ofSelection('voice'),
  messaging: ofSelection('messaging'),
  q: searchCodec,
  check: checkCodec,
  rented: fromCodec({ parse: parseMonths }),
  sort: sortCodec,
  open: openCodec,
  show: showCodec,
  from: snapshotCodec,
  to: snapshotCodec,
  change: changeCodec,
  view: viewCodec,
  columns: columnsCodec,
  density: densityCodec,
  dialog: dialogCodec,
};

/** The values of an address; null stands for an absent value. */
export type Address = {
  [N in keyof typeof addressCodecs]: ReturnType<(typeof addressCodecs)[N]['parse']>;
};

/** An address without filters, search, checks and months; sort and open row are left as they are. */
export const noFilters = Object.fromEntries(filterNames.map((name) => [name, null]));

/** What an address selects, with the unset filters left out. */
export function addressSelection(address: Pick<Address, PageFilterName>): NumberSelection {
  const set = pageFilterNames.filter((name) => address[name] !== null);
  return Object.fromEntries(set.map((name) => [name, address[name]]));
}

/**
 * The address as the page applies it. The history ignores the filter by checks, because checks judge
 * only the numbers of today.
 */
export const shownAddress = (address: Address): Address =>
  address.show === 'history' && address.check !== null ? { ...address, check: null } : address;
