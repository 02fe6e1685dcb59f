import { Bars } from './Bars.tsx';
import type { DestinationCounts } from './destination-counts.ts';
import { destinationWords, httpNote, placeName } from './destination-words.ts';
import { Figure } from './Figure.tsx';
import type { FigureId } from './picture.ts';
import { sumOf } from './ranked.ts';
import { shareWords } from './share.ts';
import * as text from './words.ts';

interface DestinationsFigureProps {
  id: FigureId;
  title: string;
  /** `calls` or `messages`. */
  what: string;
  counts: DestinationCounts;
  words: string;
  href: (search: string) => string;
  onSearch: (search: string) => void;
}

/** Destinations of calls or messages. Each leads to a search for its numbers. */
export function DestinationsFigure({
  id,
  title,
  what,
  counts,
  words,
  href,
  onSearch,
}: DestinationsFigureProps) {
  const { places, nowhere, off } = counts;
  const lead = destinationWords(what, counts);
  const total = sumOf(places.map(({ numbers }) => numbers)) + nowhere + off;
  const share = (count: number) => shareWords(count, total, 1);
  const bars = places.map((place) => ({
    key: place.name,
    name: placeName(place),
    label: (
      <span translate="no" className="truncate" title={placeName(place)}>
        {placeName(place)}
      </span>
    ),
    count: place.numbers,
    note: httpNote(place),
  }));
  return (
    <Figure
      id={id}
      title={title}
      words={
        <>
          {lead && <p className="text-ink">{lead}</p>}
          <p>{words}</p>
        </>
      }
      table={{
        headers: [
          text.headers.destination,
          text.headers.kind,
          text.headers.numbers,
          text.headers.share,
          text.headers.plainHttp,
        ],
        rows: [
          ...places.map(
            ({ kind, name, numbers, plainHttp }) =>
              [name, text.kinds[kind], numbers, share(numbers), plainHttp] as const,
          ),
          [text.nowhere, '', nowhere, share(nowhere), 0],
          [text.capabilityOff, '', off, share(off), 0],
        ],
      }}
      picture={{ kind: 'bars', bars, total }}
    >
      <Bars
        label={text.mostFirst(title)}
        most={6}
        bars={bars}
        total={total}
        href={href}
        onChoose={onSearch}
      />
    </Figure>
  );
}
