import { formatCount } from '../lib/format.ts';
import { Bars } from './Bars.tsx';
import type { DestinationCounts, Place } from './destination-counts.ts';
import { Figure } from './Figure.tsx';
import type { FigureId } from './picture.ts';
import { shareWords, sumOf } from './share.ts';
import * as text from './words.ts';
import * as words from './words.ts';

function placeName({ kind, name }: Pick<Place, 'kind' | 'name'>): string {
  switch (kind) {
    case 'url':
      return name;
    case 'application':
      return words.application(name);
    case 'endpoint':
      return words.endpoint(name);
  }
}

/** `3 over plain http`, or nothing. */
function httpNote({ plainHttp, numbers }: Place): string | undefined {
  if (plainHttp === 0) return undefined;
  return plainHttp === numbers ? words.plainHttp : words.someOverPlainHttp(formatCount(plainHttp));
}

function firstWords(what: string, first: Place): string {
  const { numbers, plainHttp } = first;
  const sent = words.sendTo(numbers, what, placeName(first));
  if (plainHttp === 0) return words.sentence(sent);
  return plainHttp === numbers
    ? words.allPlainHttp(sent)
    : words.partPlainHttp(sent, formatCount(plainHttp));
}

/** `412 numbers send messages to hooks.example.com. 20 numbers accept messages but have no destination.` */
export function destinationWords(what: string, { places, nowhere }: DestinationCounts): string {
  const [first] = places;
  return [first && firstWords(what, first), nowhere > 0 && words.leadNowhere(nowhere, what)]
    .filter(Boolean)
    .join(' ');
}

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
