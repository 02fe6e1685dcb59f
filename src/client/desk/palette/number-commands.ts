import type { RentedNumber } from '#contract/number.ts';
import { type Address, noFilters } from '../../address/address.ts';
import { setAddress } from '../../address/address-bar.ts';
import { openDetails } from '../../address/open-details.ts';
import { searchIntent } from '../../address/search-intent.ts';
import { changeSearch } from '../../address/search-step.ts';
import type { NumberPlan } from '../../address/useNumberPlan.ts';
import { rowCountry } from '../../fields/country-name.ts';
import { filterNames } from '../../fields/filter-names.ts';
import { filtersOf } from '../../filters/clear-filters.ts';
import { ofKept } from '../../list/kept-words.ts';
import { openKey } from '../../list/open-row.ts';
import { currentPastedRows, pastedEntry } from '../../list/pasted-filter.ts';
import type { RowSet } from '../../list/row-set.ts';
import { isComplete } from '../../list/scope.ts';
import { searchWords } from '../../list/scope-words.ts';
import { searchPlace } from '../../list/search-place.ts';
import { searchedNumbers } from '../../list/searched-numbers.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import { openOnlyMatch, startSearchAll } from '../../list/useSearchAll.ts';
import * as common from '../../words/common.ts';
import type { Command } from './command.ts';
import { findNames, findNumbers } from './find-numbers.ts';
import * as words from './words.ts';

const mostNumbers = 8;
const longestSearch = 100;

const toJump = (row: RentedNumber, set: RowSet): Command => ({
  id: `open-${row.number_sid}`,
  group: words.groups.numbers,
  label: row.number_display,
  kind: 'number',
  also: [row.name, rowCountry(row)].filter(Boolean).join(' · '),
  run: () => openDetails(openKey(row, set)),
});

/** Shows more than the pasted list, in a new entry of the history. */
const beyondPasted = () => ({ history: 'push', entry: pastedEntry('pastedRows', false) }) as const;

/** Finds one number, whatever filters are set, and opens it. */
const findOne = (number: string): Command => ({
  id: 'search-all',
  group: words.groups.search,
  label: words.searchAllForNumber(number),
  run: () => setAddress({ ...noFilters, number, open: number }, beyondPasted()),
});

/** Searches the whole account for a text, whatever filters are set. */
const searchAll = (q: string, address: Address): Command => ({
  id: 'search-all',
  group: words.groups.search,
  label: words.searchAllFor(q),
  run() {
    const cleared = { filters: filtersOf(address), entry: currentPastedRows() };
    setAddress({ ...noFilters, q }, beyondPasted());
    startSearchAll(cleared);
    openOnlyMatch();
  },
});

interface NumberAnswer {
  /** Rows to jump to: those with the digits of the text, or with the text in their name. */
  byNumber: readonly Command[];
  byName: readonly Command[];
  searches: readonly Command[];
  /** The rows that were looked through; null for a text that is neither number nor name. */
  scope: string | null;
}

/**
 * What a text can mean as a number or a search: rows to jump to, and where else to search.
 *
 * @param plan null until it is loaded; while it may still come, nothing is said of what was found.
 */
export function numberCommands(
  list: NumberList,
  address: Address,
  text: string,
  { plan, isPending }: { plan: NumberPlan | null; isPending: boolean },
): NumberAnswer {
  const { set, scope, isInventory, asked } = list;
  const q = text.trim();
  const numbers = searchedNumbers(text, plan, set.columns.country_code.values);
  const found = findNumbers(set, numbers, mostNumbers);
  const named = found === null ? findNames(set, text, mostNumbers) : null;
  const seen = found ?? (named?.count ? named : null);
  const intent = searchIntent(text, searchPlace(address, set, plan));

  const isWhole = isComplete(scope) && isInventory && Object.keys(asked).length === 0;
  const searches: Command[] = [];
  if (intent.kind !== 'nothing' && q.length <= longestSearch) {
    searches.push({
      id: 'search',
      group: words.groups.search,
      label: words.searchFor(ofKept(scope, common.theLoadedRows(set.rows.length)), q),
      run: () => changeSearch({ number: null, q }, true),
    });
    if (intent.kind === 'text' && !isPending && !(isWhole && !isFiltered(list, address))) {
      // A text that no loaded row has is searched for everywhere first.
      const isElsewhere = (found ?? named)?.count === 0;
      searches.splice(isElsewhere ? 0 : 1, 0, searchAll(q, address));
    }
  }
  // Once the whole account is here there is nobody else to ask.
  if (intent.kind === 'number' && !isPending && !isWhole) searches.unshift(findOne(intent.number));
  return {
    byNumber: found?.first.map((row) => toJump(row, set)) ?? [],
    byName: named?.first.map((row) => toJump(row, set)) ?? [],
    searches,
    scope: seen && !isPending && scope.status !== 'loading' ? searchWords(scope, seen.count) : null,
  };
}

const isFiltered = ({ pasted }: NumberList, address: Address) =>
  pasted !== null || filterNames.some((name) => address[name] !== null);
