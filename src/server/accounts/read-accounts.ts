import type { Environment } from '../environment.ts';
import { type AccountSetting, accountSidPattern, onlyAccountId } from './account.ts';
import { mostFileBytes, readAccountsFile } from './accounts-file.ts';

const alone = ['APIFONICA_ACCOUNT_SID', 'APIFONICA_AUTH_TOKEN', 'APIFONICA_AUTH_TOKEN_FILE'];

/** The one account of the environment; null without one. */
function readOnlyAccount(env: Environment, concurrency: number): AccountSetting[] | null {
  const before = env.problems.length;
  const accountSid = env.text('APIFONICA_ACCOUNT_SID');
  const authToken = env.secret('APIFONICA_AUTH_TOKEN');
  if (env.problems.length > before) return null;
  if (accountSid === undefined && authToken === undefined) return null;
  if (authToken === undefined) {
    env.refuse(
      'APIFONICA_ACCOUNT_SID is set but no token: set APIFONICA_AUTH_TOKEN or APIFONICA_AUTH_TOKEN_FILE too, or unset it to use the sandbox.',
    );
    return null;
  }
  if (accountSid === undefined) {
    env.refuse(
      'A token is set but no account: set APIFONICA_ACCOUNT_SID too, or unset the token to use the sandbox.',
    );
    return null;
  }
  if (!accountSidPattern.test(accountSid)) {
    env.refuse(
      'APIFONICA_ACCOUNT_SID must be letters, digits, dashes and underscores only, 64 at the most.',
    );
    return null;
  }
  const account = { id: onlyAccountId, name: accountSid, accountSid, concurrency, groups: null };
  const tokenFile = env.text('APIFONICA_AUTH_TOKEN_FILE') ?? null;
  return [{ account, authToken, tokenFile }];
}

/**
 * The accounts of `ACCOUNTS_FILE`, or the one of `APIFONICA_ACCOUNT_SID` with its token; null where
 * neither is set, and the sandbox is served.
 */
export function readAccounts(
  env: Environment,
  concurrency: number,
): readonly AccountSetting[] | null {
  const isRequired = env.flag('REQUIRE_LIVE');
  const hasFile = env.text('ACCOUNTS_FILE') !== undefined;
  const [other] = alone.filter((name) => env.text(name) !== undefined);
  if (hasFile && other !== undefined) {
    env.refuse(`ACCOUNTS_FILE and ${other} are both set; keep one.`);
    return null;
  }
  if (hasFile) {
    const file = env.file('ACCOUNTS_FILE', mostFileBytes);
    return file === undefined ? null : readAccountsFile(env, file, concurrency);
  }
  if (isRequired && other === undefined) {
    env.refuse(
      'REQUIRE_LIVE is true and no credentials are set: set APIFONICA_ACCOUNT_SID and APIFONICA_AUTH_TOKEN_FILE, or ACCOUNTS_FILE, or unset REQUIRE_LIVE to use the sandbox.',
    );
  }
  return readOnlyAccount(env, concurrency);
}
