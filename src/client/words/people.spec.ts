import { expect, test } from 'vitest';
import { roleHint } from './people.ts';

test('the words of a role name all that it may do', () => {
  expect(roleHint('viewer')).toBe('Viewer: reads the numbers');
  expect(roleHint('operator')).toBe(
    'Operator: reads the numbers, takes snapshots where they are kept, reveals SIP tokens where allowed',
  );
  expect(roleHint('admin')).toMatch(
    /^Admin: reads the numbers, takes snapshots where they are kept, .*ends sessions, sees the health of accounts/,
  );
});
