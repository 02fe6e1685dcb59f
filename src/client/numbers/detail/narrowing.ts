import type { RentedNumber } from '#contract/number.ts';
import type { Address } from '../address.ts';

const longestSearch = 100;

export type Narrowing = Partial<
  Pick<Address, 'country_code' | 'type' | 'voice' | 'messaging' | 'q'>
>;

/** The search for a value that has no filter of its own; null when it is too long to be one. */
const searchFor = (text: string | null): Narrowing | undefined =>
  text && text.length <= longestSearch ? { q: text } : undefined;

/** What to ask for to see the numbers that say the same in a field, by its group and label. */
export const narrowings = (row: RentedNumber): Record<string, Narrowing | undefined> => ({
  'Voice Capability': { voice: row.voice },
  'Voice Controller': searchFor(row.call_controller),
  'Voice Application': searchFor(row.call_app_sid),
  'Voice Endpoint SID': searchFor(row.endpoint_sid),
  'Messaging Capability': { messaging: row.messaging },
  'Messaging Controller': searchFor(row.msg_controller),
  'Messaging Application': searchFor(row.msg_app_sid),
  'Identity Name': searchFor(row.name),
  'Identity Type': { type: [row.type] },
  'Identity Country': { country_code: [row.country_code] },
});

/** What a press does, to be told from a filter: a search finds the text wherever it stands. */
export const narrowingWords = (narrowing: Narrowing, field: string) =>
  narrowing.q === undefined
    ? `Show only numbers with this ${field}`
    : `Search for numbers with this ${field}`;
