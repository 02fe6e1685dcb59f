import { useId } from 'react';
import { flagNames, listNames } from '#contract/selection.ts';
import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { filterSpecs } from '../fields/filter-specs.ts';
import { formatCount } from '../lib/format.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { FacetHeading } from '../ui/Facet.tsx';
import * as common from '../words/common.ts';
import * as words from '../words/filters.ts';
import { ListFacet, noteOn } from './ListFacet.tsx';

const options = [
  { value: null, word: common.any },
  { value: true, word: common.yes },
  { value: false, word: common.no },
];

interface TriStateProps {
  label: string;
  value: boolean | null;
  /** The loaded rows with and without the capability, by `true` and `false`. */
  counts: ReadonlyMap<string, number>;
  /** The value that Apifonica was asked for. The count of the other value is unknown then. */
  asked: boolean | undefined;
  onChange: (value: boolean | null) => void;
}

/** Any, yes or no. */
function TriState({ label, value, counts, asked, onChange }: TriStateProps) {
  const id = useId();
  const countWords = [true, false]
    .filter((option) => asked === undefined || asked === option)
    .map((option) => {
      const count = formatCount(counts.get(String(option)) ?? 0);
      return option ? words.countYes(count) : words.countNo(count);
    });
  return (
    <fieldset aria-describedby={`${id}-counts`} className="flex flex-wrap items-center gap-x-1">
      {/* WebKit does not float a legend, so the visible label is another element. */}
      <legend className="sr-only">{label}</legend>
      <span aria-hidden className="flex-1">
        {label}
      </span>
      <span className="flex gap-x-0.5">
        {options.map((option) => (
          <label
            key={option.word}
            className="cursor-pointer rounded-md finger:text-center border border-transparent px-2 py-0.5 text-muted hover:text-ink has-checked:border-line has-checked:bg-raised has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={id}
              className="sr-only"
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.word}</span>
          </label>
        ))}
      </span>
      {counts.size > 0 && (
        <span id={`${id}-counts`} className="w-full pr-2 text-right text-2xs text-muted">
          {countWords.join(' · ')}
        </span>
      )}
    </fieldset>
  );
}

interface FilterRailProps {
  address: Address;
  list: NumberList;
  /** Filters of other rooms, below these. */
  children: Elements;
}

/** The filters. Apifonica answers them until the whole list is loaded. Counts cover loaded rows. */
export function FilterRail({ address, list, children }: FilterRailProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {listNames.map((name, at) => (
        <ListFacet key={name} name={name} isFirst={at === 0} address={address} list={list} />
      ))}
      <section aria-label={words.capabilities} className="grid gap-1.5">
        <FacetHeading label={words.capabilities} note={noteOn(list, false)} />
        {flagNames.map((name) => (
          <TriState
            key={name}
            label={filterSpecs[name].label}
            value={address[name]}
            counts={list.shown.facets[name]}
            asked={list.asked[name]}
            onChange={(value) => setAddress({ [name]: value }, { history: 'push' })}
          />
        ))}
      </section>
      {children}
    </div>
  );
}
