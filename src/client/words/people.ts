import { type Action, actions, type Role, roleMay } from '#contract/role.ts';

/** Texts about the person who is signed in. */
export const roles: Record<Role, string> = {
  viewer: 'Viewer',
  operator: 'Operator',
  admin: 'Admin',
};
const allowed: Record<Action, string> = {
  readNumbers: 'reads the numbers',
  takeSnapshot: 'takes snapshots where they are kept',
  revealToken: 'reveals SIP tokens where allowed',
  administer: 'ends sessions, sees the health of accounts',
};
/** What a role lets a person do. */
export function roleHint(role: Role): string {
  const rights = actions.filter((action) => roleMay(role, action));
  return `${roles[role]}: ${rights.map((action) => allowed[action]).join(', ')}`;
}
export const personNow = (name: string, role: string) => `${name}, ${role}`;
export const admin = 'Sessions and health';
export const adminHint = 'Who is signed in, and how the accounts answer';
