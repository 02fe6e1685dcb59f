import { type AccountSetting, onlyAccountId } from './account.ts';

const names = ['Sales', 'Support', 'Logistics', 'Marketing', 'Research', 'Finance', 'Reception'];

interface SandboxSize {
  /** Accounts to invent: 1 to 100. */
  accounts: number;
  /** Numbers of the first account; the second has half as many, the third a third, and so on. */
  numbers: number;
  seed: number;
}

/** What the sandbox needs for one account. */
export interface SandboxContent {
  accountSid: string;
  authToken: string;
  numbers: number;
  seed: number;
}

/** An invented account, as the server sees it and as the sandbox does. */
interface SandboxAccount {
  setting: AccountSetting;
  content: SandboxContent;
}

/**
 * The accounts of the sandbox, each with its own numbers; the first always has the same. A single
 * one is called like the one account of the environment, several `sandbox-1` and so on.
 */
export function sandboxAccounts(
  { accounts, numbers, seed }: SandboxSize,
  concurrency: number,
): SandboxAccount[] {
  return Array.from({ length: accounts }, (_, at) => {
    const accountSid = `acc5a4db0c5-0000-4000-8000-${String(5310 + at).padStart(12, '0')}`;
    const round = Math.floor(at / names.length);
    // The index is within the list.
    const name = names[at % names.length]! + (round === 0 ? '' : ` ${round + 1}`);
    const only = { id: onlyAccountId, name: accountSid };
    const account = accounts === 1 ? only : { id: `sandbox-${at + 1}`, name };
    const authToken = crypto.randomUUID();
    return {
      setting: {
        account: { ...account, accountSid, concurrency, groups: null },
        authToken,
        tokenFile: null,
      },
      content: {
        accountSid,
        authToken,
        numbers: Math.ceil(numbers / (at + 1)),
        seed: (seed + at) % 2_147_483_648,
      },
    };
  });
}
