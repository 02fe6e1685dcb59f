import { isolate } from '../lib/format.ts';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** `26 Nov`, in the reader's language and time zone: a label where the year is told beside. */
export const shortDay = (iso: string): string => isolate(day.format(new Date(iso)));
