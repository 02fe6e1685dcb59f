import { formatCount } from '../lib/format.ts';
import type { DestinationCounts, Place } from './destination-counts.ts';
import * as words from './words.ts';

export function placeName({ kind, name }: Pick<Place, 'kind' | 'name'>): string {
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
export function httpNote({ plainHttp, numbers }: Place): string | undefined {
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
