import type { Destination } from '../destination.ts';

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

/** Counts destinations one by one. */
export function createDestinationCounts() {
  const places = new Map<string, Place>();
  let nowhere = 0;
  let off = 0;

  function add(to: Destination) {
    if (to.kind === 'nowhere') nowhere += 1;
    else if (to.kind === 'off') off += 1;
    else {
      const name = to.kind === 'url' ? to.host : to.sid;
      const key = `${to.kind} ${name}`;
      const place = places.get(key) ?? { kind: to.kind, name, numbers: 0, plainHttp: 0 };
      place.numbers += 1;
      if (to.kind === 'url' && /^http:/i.test(to.url)) place.plainHttp += 1;
      places.set(key, place);
    }
  }

  return {
    add,
    counts: (): DestinationCounts => ({
      places: [...places.values()]
        .map((place) => ({ ...place }))
        .sort((a, b) => b.numbers - a.numbers || a.name.localeCompare(b.name)),
      nowhere,
      off,
    }),
  };
}
