import { Bars } from './Bars.tsx';
import type { DestinationCounts } from './destination-counts.ts';
import { destinationWords, httpNote, placeName } from './destination-words.ts';
import { Figure } from './Figure.tsx';

interface DestinationsFigureProps {
  title: string;
  /** What goes there, in the plural. */
  what: string;
  counts: DestinationCounts;
  words: string;
  href: (search: string) => string;
  onSearch: (search: string) => void;
}

/** Where calls or messages go: hosts, applications and endpoints, each a search for its numbers. */
export function DestinationsFigure({
  title,
  what,
  counts,
  words,
  href,
  onSearch,
}: DestinationsFigureProps) {
  const { places, nowhere, off } = counts;
  const lead = destinationWords(what, counts);
  return (
    <Figure
      title={title}
      words={
        <>
          {lead && <p className="text-ink">{lead}</p>}
          <p>{words}</p>
        </>
      }
      table={{
        headers: ['Destination', 'Kind', 'Numbers', 'Over plain http'],
        rows: [
          ...places.map(
            ({ kind, name, numbers, plainHttp }) =>
              [name, kind === 'url' ? 'host' : kind, numbers, plainHttp] as const,
          ),
          ['Nowhere', '', nowhere, 0],
          ['Capability off', '', off, 0],
        ],
      }}
    >
      <Bars
        label={`${title}, most numbers first`}
        most={6}
        bars={places.map((place) => ({
          key: place.name,
          name: placeName(place),
          label: (
            <span className="truncate" title={placeName(place)}>
              {placeName(place)}
            </span>
          ),
          count: place.numbers,
          note: httpNote(place),
        }))}
        href={href}
        onChoose={onSearch}
      />
    </Figure>
  );
}
