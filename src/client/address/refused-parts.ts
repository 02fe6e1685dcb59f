import { shortenMiddle } from '../lib/shorten.ts';
import { readAddress } from './query-string.ts';

const longest = 40;

/** The unreadable values of an address, as they are written, long ones shortened. */
export const refusedParts = (search: string): string[] =>
  readAddress(search)
    .refused.filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}=${shortenMiddle(text, longest)}`);
