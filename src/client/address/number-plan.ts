import { mayGoOn } from '#numbering/may-go-on.ts';
import { numberFragments } from '#numbering/number-fragments.ts';
import { readNumber } from '#numbering/read-number.ts';

/** What the numbering plans make of a text; loaded on use, as the plans are large. */
export const numberPlan = { read: readNumber, fragments: numberFragments, mayGoOn };
