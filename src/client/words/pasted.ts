import { formatCount } from '../lib/format.ts';
import { numbers } from './common.ts';

/** Texts about the pasted list outside of its comparison. */
export const pastedList = 'Pasted list';
export const held = (count: number) => `${pastedList}: ${numbers(count)}`;
export const heldUntil = 'Kept until you clear it or leave this page';

const missing = (count: number, all: number, how: string) =>
  `${formatCount(count)} of ${formatCount(all)} pasted numbers ${count === 1 ? 'is' : 'are'} ${how}`;
export const notLoaded = (count: number, all: number) => missing(count, all, 'not loaded');
export const notRented = (count: number, all: number) => missing(count, all, 'not rented');
export const notAmongThese = (count: number, all: number) =>
  missing(count, all, 'not among these numbers');

/** For a link and a saved view, which hold an address. */
export const notInLink = 'A link or a view does not include the pasted list.';
