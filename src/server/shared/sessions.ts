import { createHash, randomBytes } from 'node:crypto';
import type { Person } from '../people/person.ts';

/** A session lasts through a working day, but never into a second one. */
export const idleMs = 8 * 60 * 60 * 1000;
export const absoluteMs = 24 * 60 * 60 * 1000;
/** Sessions at once; the oldest makes room. */
export const mostSessions = 10_000;

/** A session without its id. Times are milliseconds since it was opened. */
export interface OpenSession {
  /** Names the session for `endOne` and in `onEnd`; opens nothing. */
  handle: string;
  person: Person;
  ageMs: number;
  idleMs: number;
}

/** The sessions of one person at a provider: all of them, or the one that the provider names. */
interface SessionsOf {
  issuer: string;
  subject?: string | undefined;
  sid?: string | undefined;
}

/**
 * Sessions by id. Each call may fail with ProblemError `store_unavailable`, which never means that
 * a session has ended.
 */
export interface SessionStore {
  /** @returns the new id: 256 random bits. The store itself keeps only its hash. */
  create(person: Person): Promise<string>;
  /** The person of a living session, or null; each call counts as use of the session. */
  touch(id: string): Promise<Person | null>;
  /**
   * The person of a session that this replica saw alive a short while ago, or null. For reading
   * while the store cannot be asked.
   */
  recall(id: string): Person | null;
  end(id: string): Promise<void>;
  endOne(handle: string): Promise<void>;
  /**
   * Ends all sessions, those that a password opened, or those of one person at a provider.
   * @returns the persons of the sessions that ended, one for each session.
   */
  endAll(of?: SessionsOf | 'password'): Promise<Person[]>;
  list(): Promise<OpenSession[]>;
  /** Calls a function with the handles of sessions that were ended, on any replica. */
  onEnd(listener: (handles: readonly string[]) => void): void;
}

export const newSessionId = () => randomBytes(32).toString('base64url');

/** The handle of a session. */
export const handleOf = (id: string) => createHash('sha256').update(id).digest('base64url');

/**
 * Whether a session was opened by the password, belongs to the person, or is the one session that
 * the provider names. A session whose provider gave it no name is known by the person alone.
 */
export function isOf({ provider }: Person, of: SessionsOf | 'password'): boolean {
  if (of === 'password' || provider === null) return of === 'password' && provider === null;
  const { issuer, subject, sid } = of;
  if (provider.issuer !== issuer) return false;
  if (subject !== undefined && provider.subject !== subject) return false;
  if (sid === undefined || provider.sid === null) return subject !== undefined;
  return provider.sid === sid;
}

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
