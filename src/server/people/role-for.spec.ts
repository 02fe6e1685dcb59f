import { expect, test } from 'vitest';
import type { Role } from '#contract/role.ts';
import type { Account } from '../accounts/account.ts';
import { type Person, passwordPerson } from './person.ts';
import { roleFor } from './role-for.ts';

const person = (role: Role, ...groups: string[]): Person => ({
  name: 'Ann',
  provider: { issuer: 'https://id.example', subject: 'ann', sid: null },
  groups,
  role,
});

const open: Pick<Account, 'groups'> = { groups: null };
const closed: Pick<Account, 'groups'> = {
  groups: { viewer: ['sales', 'audit'], operator: ['telecom'] },
};
const nobodys: Pick<Account, 'groups'> = { groups: { viewer: [], operator: [] } };

test.each<[string, Person | null, Pick<Account, 'groups'>, Role | null]>([
  ['without a sign-in', null, closed, 'admin'],
  ['somebody with the password', passwordPerson, closed, 'admin'],
  ['an admin, of an account with groups', person('admin'), nobodys, 'admin'],
  ['a viewer, of an account without groups', person('viewer', 'sales'), open, 'viewer'],
  ['an operator, of an account without groups', person('operator'), open, 'operator'],
  ['a viewer in a group of the viewers', person('viewer', 'hr', 'audit'), closed, 'viewer'],
  ['a viewer in a group of the operators', person('viewer', 'telecom'), closed, 'operator'],
  ['a viewer in groups of both', person('viewer', 'sales', 'telecom'), closed, 'operator'],
  ['an operator in a group of the viewers', person('operator', 'sales'), closed, 'viewer'],
  ['an operator in no group of the account', person('operator', 'hr'), closed, null],
  ['a viewer without groups', person('viewer'), closed, null],
  ['a viewer, of an account for admins only', person('viewer', 'sales'), nobodys, null],
])('%s', (_, who, account, role) => {
  expect(roleFor(who, account)).toBe(role);
});
