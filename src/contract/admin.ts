import * as v from 'valibot';
import { problemCodes } from './problem-kinds.ts';
import { roles } from './role.ts';
import { accountRefSchema } from './session.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const milliseconds = v.pipe(v.number(), v.minValue(0));

/**
 * The answer of `GET /api/admin/sessions`, for admins. `DELETE /api/admin/sessions/{handle}` ends
 * one session.
 *
 * - `handle`: names the session; opens nothing.
 * - `by`: whether the company's provider or the password opened the session.
 * - `is_own`: the session of this request.
 */
export const adminSessionsSchema = v.object({
  sessions: v.array(
    v.object({
      handle: v.string(),
      name: v.string(),
      role: v.picklist(roles),
      by: v.picklist(['company', 'password']),
      age_ms: milliseconds,
      idle_ms: milliseconds,
      is_own: v.boolean(),
    }),
  ),
});

export type AdminSessions = v.InferOutput<typeof adminSessionsSchema>;

/**
 * The answer of `GET /api/admin/health`, for admins.
 *
 * - `store`: what the servers share; `memory` for a single process.
 * - `accounts`: `unused` until a first request; `failing` after the last request failed, with its
 *   problem; `requests` in flight of this server, of at most `limit`; `paused_ms` left of a pause
 *   that Apifonica asked for.
 */
export const adminHealthSchema = v.object({
  store: v.object({ kind: v.picklist(['memory', 'engine']), is_up: v.boolean() }),
  accounts: v.array(
    v.object({
      account: accountRefSchema,
      state: v.picklist(['unused', 'ok', 'failing']),
      problem: v.nullable(v.picklist(problemCodes)),
      requests: count,
      limit: count,
      paused_ms: milliseconds,
    }),
  ),
});

export type AdminHealth = v.InferOutput<typeof adminHealthSchema>;
