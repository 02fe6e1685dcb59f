import { Hono } from 'hono';
import type { AdminHealth, AdminSessions } from '#contract/admin.ts';
import type { AppEnv } from '../app-env.ts';
import type { SignInGate } from '../guard/sign-in.ts';
import { ProblemError } from '../problem-error.ts';
import { securityEvent } from '../security-event.ts';
import type { OpenSession, SessionStore } from '../shared/sessions.ts';

interface SessionsDeps {
  sessions: Pick<SessionStore, 'list' | 'endOne'>;
  signIn: Pick<SignInGate, 'handleIn'>;
}

const shown = ({ handle, person, ageMs, idleMs }: OpenSession, own: string | null) => ({
  handle,
  name: person.name,
  role: person.role,
  by: person.provider === null ? ('password' as const) : ('company' as const),
  age_ms: Math.round(ageMs),
  idle_ms: Math.round(idleMs),
  is_own: handle === own,
});

/**
 * `GET /api/admin/sessions`: all open sessions, the last used first; none without a sign-in.
 * `DELETE /api/admin/sessions/{handle}` ends one on every replica.
 */
export function adminSessionsRoute(deps: SessionsDeps | null) {
  return new Hono<AppEnv>()
    .get('/', async (c) => {
      const open = deps === null ? [] : await deps.sessions.list();
      const own = deps === null ? null : deps.signIn.handleIn(c);
      const sessions = open
        .toSorted((one, other) => one.idleMs - other.idleMs)
        .map((session) => shown(session, own));
      return c.json({ sessions } satisfies AdminSessions);
    })
    .delete('/:handle', async (c) => {
      const handle = c.req.param('handle');
      const open = deps === null ? [] : await deps.sessions.list();
      const found = open.find((session) => session.handle === handle);
      if (deps === null || found === undefined) {
        throw new ProblemError('not_found', 'There is no such session; it may have ended.');
      }
      await deps.sessions.endOne(handle);
      securityEvent(c, 'session_ended', { of: found.person.name });
      return c.body(null, 204);
    });
}

/** `GET /api/admin/health`: what is known of store and accounts, without a request to Apifonica. */
export const adminHealthRoute = (health: () => AdminHealth) =>
  new Hono<AppEnv>().get('/', (c) => c.json(health()));
