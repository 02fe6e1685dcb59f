import { expect, test } from 'vitest';
import { severalAccounts } from './several-accounts.ts';

const berlin = { id: 'berlin', name: 'Berlin' };
const tallinn = { id: 'tallinn', name: 'Tallinn' };

test('one account is no choice', () => {
  expect(severalAccounts(undefined, null)).toBeNull();
  expect(severalAccounts({ accounts: [berlin] }, null)).toBeNull();
});

test('the account of the address is the present one, whichever session answered', () => {
  const accounts = [berlin, tallinn];
  expect(severalAccounts({ accounts }, 'tallinn')).toEqual({ all: accounts, current: tallinn });
  expect(severalAccounts({ accounts }, 'gone')?.current).toBeNull();
});
