import type { Destination } from '../fields/destination.ts';

/** A host, an application or an endpoint, and how many numbers send something there. */
export interface Place {
  kind: 'url' | 'application' | 'endpoint';
  /** The host, or the SID. */
  name: string;
  numbers: number;
  /** How many of them over unencrypted http. */
  plainHttp: number;
}

export interface DestinationCounts {
  /** The most used first. */
  places: Place[];
  /** Numbers with the capability on, but nothing set that would take it. */
  nowhere: number;
  off: number;
}

type Somewhere = Exclude<Destination, { kind: 'nowhere' | 'off' }>;

interface Tally {
  to: Somewhere;
  numbers: number;
}

/** Counts destinations one by one. */
export function createDestinationCounts() {
  // By address, which is one text for all rows that have it; hosts are read once for each.
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
      (a, b) => b.numbers - a.numbers || a.name.localeCompare(b.name),
    );
  }

  return {
    add,
    counts: (): DestinationCounts => ({ places: places(), nowhere, off }),
  };
}
