import { useEffect, useMemo, useRef, useState } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import type { Address } from '../address/address.ts';
import { messageDestination, voiceDestination } from '../fields/destination.ts';
import { everyMonth, type MonthCount, monthOf, monthsSpan } from '../fields/rented-months.ts';
import { createBreather } from '../lib/yield-to-page.ts';
import type { RowSet } from '../list/row-set.ts';
import { createRowViewer } from '../list/row-view.ts';
import type { NumberList } from '../list/useNumberList.ts';
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

const stride = 200;

interface Work {
  set: RowSet;
  key: string;
  sums: ReturnType<typeof createSummary>;
  done: number;
}

/**
 * The counts of the matching rows in all months. Rows are counted in slices; when rows were only
 * added, only those are counted. Null until the first count is done.
 */
export function useSummary(
  { set, version, here, search, shown, test }: NumberList,
  { rented, sort }: Address,
) {
  const [viewRows] = useState(createRowViewer);
  const [summary, setSummary] = useState<Summary | null>(null);
  const work = useRef<Work | null>(null);
  const key = JSON.stringify([here, search, rented, version.edits, test?.key]);

  const positions = useMemo(() => {
    // The shown rows can be counted as they are, unless a month or a sort changed them.
    const isAsShown = rented === null && sort === null;
    const view = isAsShown
      ? shown
      : viewRows(version.set, { selection: here, search, sort: null, test });
    return view.positions();
  }, [viewRows, version, here, search, rented, sort, test, shown]);

  useEffect(() => {
    if (work.current?.set !== set || work.current.key !== key) {
      work.current = { set, key, sums: createSummary(rented), done: 0 };
    }
    const current = work.current;
    let isStale = false;
    async function sumUp() {
      const breathe = createBreather();
      while (current.done < positions.length) {
        const until = Math.min(current.done + stride, positions.length);
        for (; current.done < until; current.done += 1) {
          current.sums.add(set.rows[positions[current.done]!]!);
        }
        await breathe();
        if (isStale) return;
      }
      setSummary(current.sums.summary());
    }
    void sumUp();
    return () => {
      isStale = true;
    };
  }, [set, key, rented, positions]);

  return summary;
}
