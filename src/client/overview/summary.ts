import type { RentedNumber } from '#contract/number.ts';
import { messageDestination, voiceDestination } from '../fields/destination.ts';
import { everyMonth, type MonthCount, monthOf } from '../fields/month-counts.ts';
import { monthsSpan } from '../fields/rented-months.ts';
import { createDestinationCounts, type DestinationCounts } from './destination-counts.ts';

export type Capabilities = 'both' | 'voice' | 'messaging' | 'neither';

export interface Summary {
  /** Counts of all rows, also those outside the chosen months. */
  months: MonthCount[];
  capabilities: Readonly<Record<Capabilities, number>>;
  voice: DestinationCounts;
  messaging: DestinationCounts;
}

export function capabilitiesOf({ voice, messaging }: Pick<RentedNumber, 'voice' | 'messaging'>) {
  if (voice) return messaging ? 'both' : 'voice';
  return messaging ? 'messaging' : 'neither';
}

/** Counts rows for the pictures that the counts of the facets do not cover. */
export function createSummary(rented: string | null) {
  const span = rented === null ? null : monthsSpan(rented);
  const months = new Map<number, number>();
  const capabilities = { both: 0, voice: 0, messaging: 0, neither: 0 };
  const voice = createDestinationCounts();
  const messaging = createDestinationCounts();

  function add(row: RentedNumber) {
    const created = Date.parse(row.created ?? '');
    if (!Number.isNaN(created)) {
      const month = monthOf(created);
      months.set(month, (months.get(month) ?? 0) + 1);
    }
    if (span !== null && !(created >= span.from && created < span.before)) return;
    capabilities[capabilitiesOf(row)] += 1;
    voice.add(voiceDestination(row));
    messaging.add(messageDestination(row));
  }

  return {
    add,
    summary: (): Summary => ({
      months: everyMonth(months),
      capabilities: { ...capabilities },
      voice: voice.counts(),
      messaging: messaging.counts(),
    }),
  };
}
