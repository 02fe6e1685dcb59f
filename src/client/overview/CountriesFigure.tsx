import { lazy, Suspense, useState } from 'react';
import * as v from 'valibot';
import { readTaste, writeTaste } from '../lib/taste.ts';
import { Flag } from '../ui/Flag.tsx';
import { Bars } from './Bars.tsx';
import { Figure } from './Figure.tsx';
import type { MapRegion } from './map-view.ts';
import { ranked, shareWords, sumOf } from './share.ts';
import * as text from './words.ts';

const WorldMap = lazy(async () => ({ default: (await import('./WorldMap.tsx')).WorldMap }));

interface CountriesFigureProps {
  counts: ReadonlyMap<string, number>;
  chosen: readonly string[];
  nameOf: (code: string) => string;
  words: string;
  onChoose: (code: string) => void;
}

const storageKey = 'map-region';
const regionSchema = v.picklist(['world', 'europe'] satisfies MapRegion[]);

/** The part of the world that the map shows. The choice is stored, because accounts stay where they are. */
function useRegion() {
  const [region, setRegion] = useState(() => readTaste(storageKey, regionSchema, 'world'));
  const choose = (next: MapRegion) => {
    setRegion(next);
    writeTaste(storageKey, next);
  };
  return [region, choose] as const;
}

const isCountryCode = (code: string) => /^[A-Z]{2}$/.test(code);

/**
 * The room of the map, of its legend, and of the line of what is on no map, until the map is loaded:
 * the figures below stay where they are.
 */
const MapRoom = ({ hasLine }: { hasLine: boolean }) => (
  <div aria-hidden className="grid content-start gap-2">
    <div className="aspect-[2000/880] w-full" />
    <div className="h-7 finger:h-11" />
    {hasLine && <div className="h-4" />}
  </div>
);

/** Numbers by country: a map, and the countries ranked. */
export function CountriesFigure({ counts, chosen, nameOf, words, onChoose }: CountriesFigureProps) {
  const [region, setRegion] = useRegion();
  const total = sumOf(counts.values());
  const countries = ranked(counts, chosen, nameOf);
  const bars = countries.map(([code, count]) => ({
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
  }));
  return (
    <Figure
      id="numbers-by-country"
      title={text.byCountry}
      words={words}
      className="xl:col-span-2"
      table={{
        headers: [
          text.headers.country,
          text.headers.code,
          text.headers.numbers,
          text.headers.share,
        ],
        rows: countries
          .filter(([, count]) => count > 0)
          .map(([code, count]) => [nameOf(code), code, count, shareWords(count, total, 1)]),
      }}
      picture={{ kind: 'map', countries, chosen, region, bars, total }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 min-[1100px]:grid-cols-[minmax(0,1fr)_18rem]">
        <Suspense fallback={<MapRoom hasLine={countries.some(([code]) => !isCountryCode(code))} />}>
          <WorldMap
            countries={countries}
            total={total}
            chosen={chosen}
            nameOf={nameOf}
            onChoose={onChoose}
            region={region}
            onRegion={setRegion}
          />
        </Suspense>
        <Bars
          label={text.mostFirst(text.countries)}
          most={7}
          bars={bars}
          total={total}
          onChoose={onChoose}
        />
      </div>
    </Figure>
  );
}
