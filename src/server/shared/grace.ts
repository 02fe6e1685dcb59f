import { LRUCache } from 'lru-cache';
import type { Person } from '../people/person.ts';
import { mostSessions } from './sessions.ts';

/**
 * The sessions that this replica saw alive a short while ago, by handle.
 * @param graceMs how long ago; 0 remembers none.
 * @param now milliseconds of a clock that never goes back.
 */
export function createGrace(graceMs: number, now: () => number = () => performance.now()) {
  const seen = new LRUCache<string, { person: Person; until: number }>({ max: mostSessions });
  return {
    saw: (handle: string, person: Person) =>
      void seen.set(handle, { person, until: now() + graceMs }),
    handles: () => [...seen.keys()],
    forget: (handle: string) => void seen.delete(handle),
    forgetWhere(isMeant: (person: Person) => boolean) {
      for (const [handle, { person }] of [...seen.entries()]) {
        if (isMeant(person)) seen.delete(handle);
      }
    },
    recall(handle: string): Person | null {
      const session = seen.get(handle);
      return session !== undefined && now() < session.until ? session.person : null;
    },
  };
}
