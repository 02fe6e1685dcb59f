import { formatCount, formatPlural } from '../../lib/format.ts';
import type { DestinationCounts, Place } from './destination-counts.ts';

export const placeName = ({ kind, name }: Pick<Place, 'kind' | 'name'>) =>
  kind === 'url' ? name : `${kind === 'application' ? 'Application' : 'Endpoint'} ${name}`;

/** `3 over plain http`, for a place that has such. */
export function httpNote({ plainHttp, numbers }: Place): string | undefined {
  if (plainHttp === 0) return undefined;
  return plainHttp === numbers ? 'over plain http' : `${formatCount(plainHttp)} over plain http`;
}

/** `412 numbers send messages to hooks.example.com, 3 of them over plain http. 20 lead nowhere.` */
export function destinationWords(what: string, { places, nowhere }: DestinationCounts): string {
  const [first] = places;
  const sentences: string[] = [];
  if (first) {
    const { numbers, plainHttp } = first;
    const http =
      plainHttp === 0
        ? ''
        : `, ${plainHttp === numbers ? 'all' : `${formatCount(plainHttp)} of them`} over plain http`;
    const verb = numbers === 1 ? 'sends' : 'send';
    sentences.push(
      `${formatPlural(numbers, 'number')} ${verb} ${what} to ${placeName(first)}${http}.`,
    );
  }
  if (nowhere > 0) {
    sentences.push(
      `${formatPlural(nowhere, 'number')} ${nowhere === 1 ? 'takes' : 'take'} ${what} and ${nowhere === 1 ? 'has' : 'have'} nowhere to send them.`,
    );
  }
  return sentences.join(' ');
}
