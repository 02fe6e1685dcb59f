import { describe, expect, test } from 'vitest';
import { readRoleRules, roleOf } from './role-rules.ts';

test('rules name a role and a group each, with or without spaces', () => {
  expect(
    readRoleRules('admin=telecom-admins, admin=Telecom Leads ,operator = /ops,viewer=*,'),
  ).toEqual({
    rules: [
      { role: 'admin', group: 'telecom-admins' },
      { role: 'admin', group: 'Telecom Leads' },
      { role: 'operator', group: '/ops' },
      { role: 'viewer', group: '*' },
    ],
    faults: [],
  });
});

test.each(['owner=x', 'admin', 'admin=', '=x', 'Admin=x'])('%j is a fault', (part) => {
  expect(readRoleRules(`viewer=a,${part}`)).toEqual({
    rules: [{ role: 'viewer', group: 'a' }],
    faults: [part],
  });
});

describe('of several roles a person has the highest', () => {
  const { rules } = readRoleRules('viewer=a,admin=b,operator=c,viewer=c');
  test.each([
    [['a'], 'viewer'],
    [['c'], 'operator'],
    [['a', 'b', 'c'], 'admin'],
    [['x'], null],
    [['A'], null],
    [[], null],
  ] as const)('%j: %s', (groups, role) => {
    expect(roleOf(rules, groups)).toBe(role);
  });

  test('a role for everybody needs no group', () => {
    expect(roleOf(readRoleRules('viewer=*,admin=b').rules, [])).toBe('viewer');
    expect(roleOf(readRoleRules('viewer=*,admin=b').rules, ['b'])).toBe('admin');
  });
});
