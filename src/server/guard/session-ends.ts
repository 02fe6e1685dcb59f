import { LRUCache } from 'lru-cache';
import { ProblemError } from '../problem-error.ts';
import { mostSessions, type SessionStore } from '../shared/sessions.ts';

/** The ends of sessions, for requests that are still being answered then. */
export function createSessionEnds(store: Pick<SessionStore, 'onEnd'>) {
  const ends = new LRUCache<string, AbortController>({ max: 2 * mostSessions });
  store.onEnd((handles) => {
    for (const handle of handles) {
      ends.get(handle)?.abort(new ProblemError('unauthenticated', 'Your session has ended.'));
      ends.delete(handle);
    }
  });
  return {
    /**
     * Aborted with a ProblemError when the session ends, on any replica. To be asked for before the
     * session is looked up, so that an end during the look-up counts too.
     */
    signalOf(handle: string): AbortSignal {
      const known = ends.get(handle) ?? new AbortController();
      ends.set(handle, known);
      return known.signal;
    },
    /** There is no such session. */
    forget: (handle: string) => void ends.delete(handle),
  };
}
