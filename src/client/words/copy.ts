import { isolate } from '../lib/format.ts';

/** Texts of copying. */
export const copy = (what: string) => `Copy ${isolate(what)}`;
export const copied = (what: string) => `Copied ${isolate(what)}`;
export const refused = 'The browser refused to copy';
