import type { Role } from '#contract/role.ts';
import type { Account } from '../accounts/account.ts';
import type { Person } from './person.ts';

const meet = (some: readonly string[], others: readonly string[]) =>
  some.some((one) => others.includes(one));

/**
 * What a person may do with an account; null when the person may not know of the account.
 *
 * - Without a sign-in, everybody on this machine is an admin.
 * - An admin is admin of every account.
 * - The groups of an account decide for everybody else; an account without groups leaves the
 *   person's own role.
 *
 * @param person null without a sign-in.
 */
export function roleFor(person: Person | null, { groups }: Pick<Account, 'groups'>): Role | null {
  if (person === null || person.role === 'admin') return 'admin';
  if (groups === null) return person.role;
  if (meet(person.groups, groups.operator)) return 'operator';
  return meet(person.groups, groups.viewer) ? 'viewer' : null;
}
