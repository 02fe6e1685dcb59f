import { expect, test } from 'vitest';
import { type Action, actions, type Role, roleMay } from './role.ts';

test.each<[Role, readonly Action[]]>([
  ['viewer', ['readNumbers']],
  ['operator', ['readNumbers', 'takeSnapshot', 'revealToken']],
  ['admin', ['readNumbers', 'takeSnapshot', 'revealToken', 'administer']],
])('%s may do %j, and nothing else', (role, allowed) => {
  expect(actions.filter((action) => roleMay(role, action))).toEqual(allowed);
});
