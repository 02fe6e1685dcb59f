import { shortenMiddle } from '../lib/shorten.ts';
import { addressCodecs } from './address.ts';

const longest = 40;

/** The parts of an address that name something of the page and cannot be read, as they are written. */
export function refusedParts(search: string): string[] {
  const parameters = new URLSearchParams(search);
  return Object.entries(addressCodecs).flatMap(([name, codec]) => {
    const text = parameters.get(name);
    const isRefused = text !== null && text !== '' && codec.parse(text) === null;
    return isRefused ? [`${name}=${shortenMiddle(text, longest)}`] : [];
  });
}
