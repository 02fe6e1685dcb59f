export const roles = ['viewer', 'operator', 'admin'] as const;

/** What a person is for an account; a later role may do all that an earlier one may. */
export type Role = (typeof roles)[number];

/** Whether a role includes the rights of another. */
export const includesRole = (role: Role, needed: Role): boolean =>
  roles.indexOf(role) >= roles.indexOf(needed);

/**
 * What is not open to everybody.
 *
 * - `readNumbers`: the list, its checks and its history.
 * - `takeSnapshot`: now, beside the schedule.
 * - `revealToken`: SIP tokens, one at a time, where the server allows it.
 * - `administer`: see and end sessions, and see the health of accounts and store.
 */
export const actions = ['readNumbers', 'takeSnapshot', 'revealToken', 'administer'] as const;

export type Action = (typeof actions)[number];

/** The least role for each action. */
export const leastRole: Readonly<Record<Action, Role>> = {
  readNumbers: 'viewer',
  takeSnapshot: 'operator',
  revealToken: 'operator',
  administer: 'admin',
};

/** Whether a person with a role may do something. */
export const roleMay = (role: Role, action: Action): boolean =>
  includesRole(role, leastRole[action]);
