import { describe, expect, test } from 'vitest';
import { groupsIn, groupsLeftOut, nameIn, personIn } from './claims.ts';

test.each([
  [{ name: 'Ann Lee', email: 'ann@x.example' }, 'Ann Lee'],
  [{ name: ' ', preferred_username: 'ann', email: 'ann@x.example' }, 'ann'],
  [{ name: 7, email: 'ann@x.example' }, 'ann@x.example'],
  [{}, ''],
  [{ name: 'A\u202enn\u0007\n\u2028Lee\u009b31m' }, 'AnnLee31m'],
  [{ name: '😀'.repeat(200) }, '😀'.repeat(100)],
])('the name in %j is %j', (claims, name) => {
  expect(nameIn(claims)).toBe(name);
});

describe('the groups', () => {
  test.each([
    [{ groups: ['a', 7, 'b'] }, 'groups', ['a', 'b']],
    [{ groups: 'a' }, 'groups', ['a']],
    [{ groups: [] }, 'groups', []],
    [{}, 'groups', null],
    [{ groups: { a: true } }, 'groups', null],
    [{ 'https://x.example/groups': ['a'] }, 'https://x.example/groups', ['a']],
    [{ realm_access: { roles: ['a'] } }, 'realm_access.roles', ['a']],
    [{ realm_access: 'x' }, 'realm_access.roles', null],
    [{}, '__proto__.constructor', null],
    [{}, 'constructor', null],
  ])('in %j by %s: %j', (claims, claim, groups) => {
    expect(groupsIn(claims, claim)).toEqual(groups);
  });
});

test.each([
  [{ groups: Array(500).fill('a') }, null],
  [{ groups: Array(501).fill('a') }, 'more than 500'],
  [{ groups: ['a'], _claim_names: { groups: 'src1' } }, null],
  [{ _claim_names: { groups: 'src1' } }, 'not in the token'],
  [{ _claim_names: { roles: 'src1' } }, null],
  [{ _claim_names: 'groups' }, null],
  [{}, null],
])('groups that are left out are known, case %#', (claims, leftOut) => {
  expect(groupsLeftOut(claims, 'groups')).toBe(leftOut);
});

test('a person without a name is called by the subject, whose spelling is kept elsewhere', () => {
  expect(personIn({ iss: 'https://id.example', sub: 'x\u0007y', sid: 's' }, 'groups')).toEqual({
    name: 'xy',
    provider: { issuer: 'https://id.example', subject: 'x\u0007y', sid: 's' },
    groups: [],
  });
});
