import { formatCountry } from '../../lib/format.ts';
import { Flag } from '../../ui/Flag.tsx';
import type { Address, SetAddress } from '../address.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { isComplete } from '../scope.ts';
import { documentedTypes, typeLabel } from '../type-label.ts';
import { CountrySelect } from './CountrySelect.tsx';
import { Facet } from './Facet.tsx';
import { facetValues } from './facet-values.ts';
import { TriState } from './TriState.tsx';
import { useSeenCounts } from './useSeenCounts.ts';

interface FilterRailProps {
  address: Address;
  setAddress: SetAddress;
  list: NumberList;
}

const withSelected = (values: Iterable<string>, selected: string | null) =>
  selected === null ? values : [...values, selected];

/** The exact filters, which Apifonica answers; the counts are of the loaded rows. */
export function FilterRail({ address, setAddress, list }: FilterRailProps) {
  const { country_code, type, voice, messaging } = address;
  const note = isComplete(list.scope) ? null : 'loaded rows';
  const countries = useSeenCounts(list.rows, 'country_code');
  const types = useSeenCounts(list.rows, 'type');
  const filter = (change: Partial<Address>) => void setAddress(change, { history: 'push' });

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Facet
        label="Country"
        note={note}
        values={facetValues(
          withSelected(countries.seen.keys(), country_code),
          countries.counts,
          countries.ranking,
          formatCountry,
        )}
        selected={country_code}
        isAwaited={list.rows.length === 0 && !isComplete(list.scope)}
        onSelect={(value) => filter({ country_code: value })}
        render={(code) => (
          <>
            <Flag code={code} />
            <span className="truncate" title={formatCountry(code)}>
              {formatCountry(code)}
            </span>
          </>
        )}
      >
        <CountrySelect onSelect={(code) => filter({ country_code: code })} />
      </Facet>
      <Facet
        label="Type"
        note={note}
        values={facetValues(
          withSelected([...documentedTypes, ...types.seen.keys()], type),
          types.counts,
          types.ranking,
          typeLabel,
        )}
        selected={type}
        onSelect={(value) => filter({ type: value })}
        render={(value) => <span className="truncate">{typeLabel(value)}</span>}
      />
      <section aria-labelledby="capabilities" className="grid gap-1.5">
        <h2 id="capabilities" className="pb-0.5 text-xs font-medium text-muted">
          Capabilities
        </h2>
        <TriState label="Voice" value={voice} onChange={(value) => filter({ voice: value })} />
        <TriState
          label="Messaging"
          value={messaging}
          onChange={(value) => filter({ messaging: value })}
        />
      </section>
    </div>
  );
}
