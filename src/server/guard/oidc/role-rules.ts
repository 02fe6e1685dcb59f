import { includesRole, type Role, roles } from '#contract/role.ts';

/** A role for the members of a group; the group `*` is everybody. */
export interface RoleRule {
  role: Role;
  group: string;
}

const everybody = '*';

/**
 * Reads rules such as `admin=telecom-admins,operator=telecom-ops,viewer=*`. A role may have several
 * groups, each in a rule of its own.
 *
 * @returns the rules, and what is wrong with each of the others.
 */
export function readRoleRules(text: string): { rules: RoleRule[]; faults: string[] } {
  const rules: RoleRule[] = [];
  const faults: string[] = [];
  for (const part of text.split(',').flatMap((item) => item.trim() || [])) {
    const [, name = '', group = ''] = /^([^=]*)=(.*)$/.exec(part) ?? [];
    const role = roles.find((one) => one === name.trim());
    if (role === undefined || group.trim() === '') faults.push(part);
    else rules.push({ role, group: group.trim() });
  }
  return { rules, faults };
}

/** The highest role that the groups of a person give, or null. */
export function roleOf(rules: readonly RoleRule[], groups: readonly string[]): Role | null {
  const given = rules.filter(({ group }) => group === everybody || groups.includes(group));
  return given.reduce<Role | null>(
    (best, { role }) => (best !== null && includesRole(best, role) ? best : role),
    null,
  );
}
