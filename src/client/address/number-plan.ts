import { mayGoOn, numberFragments } from '#numbering/number-fragments.ts';
import { readNumber } from '#numbering/read-number.ts';

/** What the numbering plans make of a text; loaded on use, as the plans are large. */
export const numberPlan = { read: readNumber, fragments: numberFragments, mayGoOn };
