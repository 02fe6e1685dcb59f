/**
 * What a person may do with an account.
 *
 * - `viewer`: read the numbers.
 * - `operator`: take snapshots too, and reveal SIP tokens where the server allows it.
 * - `admin`: see and end sessions, and see the health of accounts and store, too.
 */
export const roles = ['viewer', 'operator', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Whether a role includes the rights of another. */
export const includesRole = (role: Role, needed: Role): boolean =>
  roles.indexOf(role) >= roles.indexOf(needed);
