import { X } from 'lucide-react';
import { useRef } from 'react';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { formatCount } from '../lib/format.ts';
import { ofKept } from '../list/kept-words.ts';
import { hidePasted } from '../list/pasted-filter.ts';
import { isComplete } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useOneStop } from '../ui/useOneStop.ts';
import * as words from '../words/filters.ts';
import { activeFilters, pastedFilter } from './active-filters.ts';
import { clearFilters } from './clear-filters.ts';

interface FilterChipsProps {
  address: Address;
  list: NumberList;
}

/** The filters in force, one stop of Tab: each can be removed. */
export function FilterChips({ address, list }: FilterChipsProps) {
  const chips = [
    ...activeFilters(address, list.set).map((filter) => ({
      ...filter,
      remove: () => setAddress({ [filter.name]: null }, { history: 'push' }),
    })),
    ...pastedFilter(list.pasted).map((filter) => ({ ...filter, remove: hidePasted })),
  ];
  const row = useRef<HTMLDivElement>(null);
  useOneStop(row, true);
  return (
    <div ref={row} className="contents">
      {chips.length === 0 ? (
        <>
          <h1 className="px-1 font-semibold max-[900px]:sr-only">
            {list.compared ? words.allChanges : ofKept(list.scope, words.allNumbers)}
          </h1>
          {isComplete(list.scope) && (
            <span translate="no" className="text-muted max-[900px]:hidden">
              {formatCount(list.shown.length)}
            </span>
          )}
        </>
      ) : (
        <>
          <h1 className="sr-only">
            {list.compared ? words.filteredChanges : ofKept(list.scope, words.filteredNumbers)}
          </h1>
          <ul aria-label={words.activeFilters} className="contents">
            {chips.map(({ name, label, value, isVerbatim, remove }) => (
              <li key={name} className="contents">
                <button
                  type="button"
                  aria-label={words.removeFilter(label, value)}
                  onClick={remove}
                  className="inline-flex h-7 max-w-[min(24rem,100%)] phone:max-w-64 shrink-0 phone:rounded-full items-center gap-1.5 rounded-md border border-line px-2.5 hover:bg-hover"
                >
                  <span>{label}</span>
                  {/* Words of the page are English around what they name; only a reader's own text may not be. */}
                  <span
                    translate={isVerbatim ? 'no' : 'yes'}
                    dir={isVerbatim ? 'auto' : 'ltr'}
                    className="truncate font-semibold text-accent"
                  >
                    {value}
                  </span>
                  <X aria-hidden size={13} className="shrink-0" />
                </button>
              </li>
            ))}
          </ul>
          <button
            type="button"
            onClick={clearFilters}
            className="phone:sticky phone:-right-3 phone:-mr-3 phone:self-stretch shrink-0 phone:bg-page px-1 phone:pr-3 whitespace-nowrap text-muted underline-offset-2 hover:text-ink hover:underline"
          >
            {words.clearAll}
          </button>
        </>
      )}
    </div>
  );
}
