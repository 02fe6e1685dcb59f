import { Hono } from 'hono';
import type { Session } from '#contract/session.ts';

/** `GET /api/session`: which account the page shows, and whether its data is real. */
export const sessionRoute = (session: Session) => new Hono().get('/', (c) => c.json(session));
