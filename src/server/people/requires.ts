import { createMiddleware } from 'hono/factory';
import { type Action, leastRole, roleMay } from '#contract/role.ts';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';
import { securityEvent } from '../security-event.ts';
import { roleFor } from './role-for.ts';

/**
 * Refuses persons whose role is too low for an action: their role for the account of the request,
 * or where a request is about no account, the role that their groups give them for everything.
 *
 * @throws ProblemError `forbidden`.
 */
export const requires = (action: Action) =>
  createMiddleware<AppEnv>(async (c, next) => {
    // Without a sign-in there is no person, and everybody on this machine is an admin.
    const { person = null, account } = c.var;
    const role = roleFor(person, account?.account ?? { groups: null });
    if (role === null || !roleMay(role, action)) {
      const needed = leastRole[action];
      securityEvent(c, 'forbidden', { needed });
      throw new ProblemError('forbidden', `This needs the role ${needed}.`);
    }
    return next();
  });
