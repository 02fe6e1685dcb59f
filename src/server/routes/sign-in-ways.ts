import { Hono } from 'hono';
import type { SignInWays } from '#contract/session.ts';
import type { AppEnv } from '../app-env.ts';

/** `GET /api/sign-in`: how a session can be opened, for a page that has none. */
export const signInWaysRoute = (ways: SignInWays) =>
  new Hono<AppEnv>().get('/', (c) => c.json(ways));
