import { Hono } from 'hono';
import { type Session, signInSchema } from '#contract/session.ts';
import type { AppEnv } from '../app-env.ts';
import type { SignInGate } from '../guard/sign-in.ts';
import { readBody } from '../read-body.ts';

/**
 * `GET /api/session`: the account that the page shows, and what the page may do. `POST` signs in,
 * `DELETE` signs out. Without a password everybody on this machine is signed in already.
 */
export function sessionRoute(session: Session, signIn: SignInGate | null) {
  const route = new Hono<AppEnv>();
  if (signIn === null) return route.get('/', (c) => c.json(session));
  return route
    .get('/', signIn.required, (c) => c.json(session))
    .post('/', async (c) => {
      const { password } = await readBody(c, signInSchema);
      await signIn.enter(c, password);
      return c.json(session);
    })
    .delete('/', async (c) => {
      await signIn.leave(c);
      return c.body(null, 204);
    });
}
