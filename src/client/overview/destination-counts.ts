import type { Destination } from '../fields/destination.ts';
import { compareTexts } from '../lib/format.ts';

/** A host, an application or an endpoint, and the count of numbers that use it. */
export interface Place {
  kind: 'url' | 'application' | 'endpoint';
  /** The host or the SID. */
  name: string;
  numbers: number;
  /** The count of those numbers that use unencrypted http. */
  plainHttp: number;
}

export interface DestinationCounts {
  /** The destinations, the most frequent first. */
  places: Place[];
  /** Numbers with the capability on and no destination. */
  nowhere: number;
  off: number;
}

type Somewhere = Exclude<Destination, { kind: 'nowhere' | 'off' }>;

interface Tally {
  to: Somewhere;
  numbers: number;
}

/** Counts the destinations of rows, row by row. */
export function createDestinationCounts() {
  // Rows are counted by address first, so that each address is parsed once.
  const tallies: Record<Place['kind'], Map<string, Tally>> = {
    url: new Map(),
    application: new Map(),
    endpoint: new Map(),
  };
  let nowhere = 0;
  let off = 0;

  function add(to: Destination) {
    if (to.kind === 'nowhere') nowhere += 1;
    else if (to.kind === 'off') off += 1;
    else {
      const text = to.kind === 'url' ? to.url : to.sid;
      const tally = tallies[to.kind].get(text);
      if (tally) tally.numbers += 1;
      else tallies[to.kind].set(text, { to, numbers: 1 });
    }
  }

  function places(): Place[] {
    const byName = new Map<string, Place>();
    for (const { to, numbers } of Object.values(tallies).flatMap((map) => [...map.values()])) {
      const name = to.kind === 'url' ? to.host : to.sid;
      const key = `${to.kind} ${name}`;
      const place = byName.get(key) ?? { kind: to.kind, name, numbers: 0, plainHttp: 0 };
      place.numbers += numbers;
      if (to.kind === 'url' && /^http:/i.test(to.url)) place.plainHttp += numbers;
      byName.set(key, place);
    }
    return [...byName.values()].sort(
      (a, b) => b.numbers - a.numbers || compareTexts(a.name, b.name),
    );
  }

  return {
    add,
    counts: (): DestinationCounts => ({ places: places(), nowhere, off }),
  };
}
