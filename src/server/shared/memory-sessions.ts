import type { Person } from '../people/person.ts';
import {
  absoluteMs,
  handleOf,
  idleMs,
  isOf,
  mostSessions,
  newSessionId,
  type SessionStore,
} from './sessions.ts';

interface KeptSession {
  person: Person;
  createdAt: number;
  seenAt: number;
}

/**
 * Sessions in the memory of this process: a restart signs everybody out.
 * @param now milliseconds of a clock that never goes back.
 */
export function createMemorySessions(
  now: () => number = () => performance.now(),
): SessionStore & { dump(): [string, KeptSession][] } {
  const sessions = new Map<string, KeptSession>();
  const listeners: ((handles: readonly string[]) => void)[] = [];
  const isOver = ({ createdAt, seenAt }: KeptSession) =>
    now() - createdAt >= absoluteMs || now() - seenAt >= idleMs;

  function sweep() {
    for (const [handle, session] of sessions) if (isOver(session)) sessions.delete(handle);
    const [oldest] = sessions.keys();
    if (sessions.size >= mostSessions && oldest !== undefined) endSessions([oldest]);
  }

  function endSessions(handles: readonly string[]): void {
    const ended = handles.filter((handle) => sessions.delete(handle));
    if (ended.length > 0) for (const listener of listeners) listener(ended);
  }

  return {
    async create(person) {
      sweep();
      const id = newSessionId();
      sessions.set(handleOf(id), { person, createdAt: now(), seenAt: now() });
      return id;
    },
    async touch(id) {
      const handle = handleOf(id);
      const session = sessions.get(handle);
      if (!session) return null;
      if (isOver(session)) {
        sessions.delete(handle);
        return null;
      }
      session.seenAt = now();
      return session.person;
    },
    // Memory can always be asked.
    recall: () => null,
    async end(id) {
      endSessions([handleOf(id)]);
    },
    async endOne(handle) {
      endSessions([handle]);
    },
    async endAll(of) {
      const all = [...sessions];
      const chosen = of === undefined ? all : all.filter(([, { person }]) => isOf(person, of));
      endSessions(chosen.map(([handle]) => handle));
      return chosen.map(([, { person }]) => person);
    },
    async list() {
      return [...sessions]
        .filter(([, session]) => !isOver(session))
        .map(([handle, { person, createdAt, seenAt }]) => ({
          handle,
          person,
          ageMs: now() - createdAt,
          idleMs: now() - seenAt,
        }));
    },
    onEnd: (listener) => void listeners.push(listener),
    dump: () => [...sessions],
  };
}
