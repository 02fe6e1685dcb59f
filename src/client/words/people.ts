import type { Role } from '#contract/role.ts';

/** Texts about the person who is signed in. */
export const roles: Record<Role, string> = {
  viewer: 'Viewer',
  operator: 'Operator',
  admin: 'Admin',
};
/** What a role lets a person do. */
export const roleHints: Record<Role, string> = {
  viewer: 'Viewer: reads the numbers',
  operator: 'Operator: reads the numbers, takes snapshots, reveals SIP tokens where allowed',
  admin: 'Admin: reads the numbers, ends sessions, sees the health of accounts',
};
export const personNow = (name: string, role: string) => `${name}, ${role}`;
export const admin = 'Sessions and health';
export const adminHint = 'Who is signed in, and how the accounts answer';
