import { lazy, Suspense } from 'react';
import { isFilterText } from '#contract/filters.ts';
import { Flag } from '../ui/Flag.tsx';
import { Bars } from './Bars.tsx';
import { Figure } from './Figure.tsx';
import { ranked } from './ranked.ts';
import * as text from './words.ts';

const WorldMap = lazy(async () => ({ default: (await import('./WorldMap.tsx')).WorldMap }));

interface CountriesFigureProps {
  counts: ReadonlyMap<string, number>;
  chosen: readonly string[];
  nameOf: (code: string) => string;
  words: string;
  onChoose: (code: string) => void;
}

const none: readonly string[] = [];

/** Numbers by country: a map, and the countries ranked. */
export function CountriesFigure({
  counts,
  chosen = none,
  nameOf,
  words,
  onChoose,
}: CountriesFigureProps) {
  const countries = ranked(counts, nameOf).filter(([code]) => isFilterText(code));
  return (
    <Figure
      title={text.byCountry}
      words={words}
      className="xl:col-span-2"
      table={{
        headers: [text.headers.country, text.headers.code, text.headers.numbers],
        rows: countries.map(([code, count]) => [nameOf(code), code, count]),
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 min-[1100px]:grid-cols-[minmax(0,1fr)_18rem]">
        <Suspense fallback={<div className="aspect-[2000/880] w-full" />}>
          <WorldMap countries={countries} chosen={chosen} nameOf={nameOf} onChoose={onChoose} />
        </Suspense>
        <Bars
          label={text.mostFirst(text.countries)}
          most={7}
          bars={countries.map(([code, count]) => ({
            key: code,
            name: nameOf(code),
            label: (
              <>
                <Flag code={code} />
                <span className="truncate">{nameOf(code)}</span>
              </>
            ),
            count,
            isChosen: chosen.includes(code),
          }))}
          onChoose={onChoose}
        />
      </div>
    </Figure>
  );
}
