import { useEffect } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { toggled } from '../address/toggled.ts';
import { viewHref } from '../address/view-href.ts';
import { countryName } from '../list/country-of-rows.ts';
import { listActions } from '../list/list-actions.ts';
import { loadedWords } from '../list/scope-words.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Button } from '../ui/Button.tsx';
import { CountriesFigure } from './CountriesFigure.tsx';
import { DestinationsFigure } from './DestinationsFigure.tsx';
import { FigureSkeletons } from './Figure.tsx';
import { FindingsFigure, type Opening } from './FindingsFigure.tsx';
import { figureWords } from './figure-words.ts';
import { CapabilitiesFigure, TypesFigure } from './KindFigures.tsx';
import { MonthsFigure } from './MonthsFigure.tsx';
import { AboutFigures } from './SavePicture.tsx';
import { sumOf } from './share.ts';
import { useSummary } from './summary.ts';
import * as words from './words.ts';

interface OverviewProps {
  address: Address;
  list: NumberList;
  /** The row whose details are open, or -1, and the way to open one. */
  opening: Opening;
}

const noValues: readonly string[] = [];
const filter = (change: Partial<Address>) => setAddress(change, { history: 'push' });
const search = (q: string) => filter({ q, number: null, show: null });

const Grid = ({ children }: { children: Elements }) => (
  // The room below is that of a notice.
  <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4 pb-24 xl:grid-cols-2">{children}</div>
);

/** The loaded numbers as pictures. Each picture filters as the rail does. */
export function Overview({ address, list, opening }: OverviewProps) {
  const { scope, shown, isReading, isFetching, loadMore } = list;
  const { main } = listActions(list);
  const summary = useSummary(list, address);
  const { country_code, type } = shown.facets;
  const ofCounts = (counts: Iterable<number>) => figureWords(scope, sumOf(counts));
  const ofShown = figureWords(scope, shown.length);
  const countries = address.country_code ?? noValues;
  const types = address.type ?? noValues;
  const nameOf = (code: string) => countryName(list.set, code);
  // Choosing other months replaces the entry in the history: Back leaves them in one step.
  const chooseMonths = (rented: string | null) =>
    setAddress(
      { rented },
      { history: rented === null || address.rented === null ? 'push' : 'replace' },
    );
  const searchHref = (q: string) => viewHref({ show: null, q, number: null });

  const isBeforeRows = scope.status === 'partial' && scope.loaded === 0;
  const isAwaited = scope.status === 'loading' || isBeforeRows || (isReading && shown.length === 0);
  // No row of a page could be read: only the table would ask for the next one.
  useEffect(() => {
    if (isBeforeRows && !isFetching) loadMore();
  }, [isBeforeRows, isFetching, loadMore]);

  return (
    // What only screen readers read is placed in here, and does not make the page taller.
    <section
      aria-label={words.overview}
      aria-busy={isAwaited}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
      tabIndex={0}
      className="@container relative min-h-0 flex-1 overflow-auto pr-(--covered,0px)"
    >
      {isAwaited ? (
        <Grid>
          <FigureSkeletons count={7} />
        </Grid>
      ) : (
        <AboutFigures value={{ list, address }}>
          {scope.status === 'partial' && (
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-4">
              <span>{words.coversLoaded(loadedWords(scope))}</span>
              {main && <Button onClick={main.run}>{main.label}</Button>}
            </p>
          )}
          <Grid>
            <FindingsFigure
              address={address}
              list={list}
              opening={opening}
              onChoose={(check) => filter({ check: check === address.check ? null : check })}
            />
            <CountriesFigure
              counts={country_code}
              chosen={countries}
              nameOf={nameOf}
              words={ofCounts(country_code.values())}
              onChoose={(code) => filter({ country_code: toggled(countries, code) })}
            />
            <TypesFigure
              counts={type}
              chosen={types}
              words={ofCounts(type.values())}
              onChoose={(value) => filter({ type: toggled(types, value) })}
            />
            {summary === null ? (
              <FigureSkeletons count={4} />
            ) : (
              <>
                <CapabilitiesFigure
                  counts={summary.capabilities}
                  filters={address}
                  words={ofShown}
                  onFilter={filter}
                />
                <MonthsFigure
                  months={summary.months}
                  rented={address.rented}
                  words={ofCounts(summary.months.map(({ numbers }) => numbers))}
                  onChoose={chooseMonths}
                />
                <DestinationsFigure
                  id="where-calls-go"
                  title={words.callsGo}
                  what={words.calls}
                  counts={summary.voice}
                  words={ofShown}
                  href={searchHref}
                  onSearch={search}
                />
                <DestinationsFigure
                  id="where-messages-go"
                  title={words.messagesGo}
                  what={words.messages}
                  counts={summary.messaging}
                  words={ofShown}
                  href={searchHref}
                  onSearch={search}
                />
              </>
            )}
          </Grid>
        </AboutFigures>
      )}
    </section>
  );
}
