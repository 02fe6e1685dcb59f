import { createHash, randomBytes } from 'node:crypto';

/** A person who signed in. Times are milliseconds of the store's own clock. */
export interface SignedIn {
  createdAt: number;
  seenAt: number;
}

/** Sessions by id. Asynchronous, so that a store shared by several processes can take its place. */
export interface SessionStore {
  /** @returns the new id: 256 random bits. The store itself keeps only its hash. */
  create(): Promise<string>;
  /** Whether the session is alive; each call counts as use of the session. */
  touch(id: string): Promise<boolean>;
  end(id: string): Promise<void>;
  endAll(): Promise<void>;
}

/** A session lasts through a working day, but never into a second one. */
export const idleMs = 8 * 60 * 60 * 1000;
export const absoluteMs = 24 * 60 * 60 * 1000;
const maxSessions = 1000;

const hashOf = (id: string) => createHash('sha256').update(id).digest('base64url');

/**
 * Sessions in the memory of this process: a restart signs everybody out.
 * @param now milliseconds of a clock that never goes back.
 */
export function createMemorySessionStore(
  now: () => number = () => performance.now(),
): SessionStore & { dump(): [string, SignedIn][] } {
  const sessions = new Map<string, SignedIn>();
  const isOver = ({ createdAt, seenAt }: SignedIn) =>
    now() - createdAt >= absoluteMs || now() - seenAt >= idleMs;

  function sweep() {
    for (const [key, session] of sessions) if (isOver(session)) sessions.delete(key);
    const [oldest] = sessions.keys();
    if (sessions.size >= maxSessions && oldest !== undefined) sessions.delete(oldest);
  }

  return {
    async create() {
      sweep();
      const id = randomBytes(32).toString('base64url');
      sessions.set(hashOf(id), { createdAt: now(), seenAt: now() });
      return id;
    },
    async touch(id) {
      const key = hashOf(id);
      const session = sessions.get(key);
      if (!session) return false;
      if (isOver(session)) {
        sessions.delete(key);
        return false;
      }
      session.seenAt = now();
      return true;
    },
    async end(id) {
      sessions.delete(hashOf(id));
    },
    async endAll() {
      sessions.clear();
    },
    dump: () => [...sessions],
  };
}
