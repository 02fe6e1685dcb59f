import { createHash } from 'node:crypto';
import type { Config } from './config.ts';
import type { Company } from './guard/oidc/company.ts';
import { hashPassword } from './guard/password.ts';
import { createSignIn, type SignInGate } from './guard/sign-in.ts';
import type { SignIn } from './guard/sign-in-settings.ts';
import type { Shared } from './shared/shared.ts';

/**
 * The same for every server with this password, and after a restart: sessions are bound to the hash.
 * The hash of a password that is set in the clear never leaves the process.
 */
const salt = createHash('sha256').update('Rented Numbers').digest().subarray(0, 16);

export const passwordHash = async (signIn: NonNullable<SignIn>): Promise<string> =>
  'hash' in signIn ? signIn.hash : hashPassword(signIn.password, salt);

/**
 * How people sign in: by password, at the company's provider, or by both; not at all on a machine
 * that only its owner uses.
 *
 * @param current the configuration in force, whose secrets may change.
 */
export async function composeSignIn(
  { signIn: password, oidc, publicOrigin, proxy }: Config,
  shared: Shared,
  current: () => Config,
): Promise<{ signIn: SignInGate | null; company: Company | null }> {
  if (password === null && oidc === null) return { signIn: null, company: null };
  const signIn = createSignIn({
    passwordHash: password && (await passwordHash(password)),
    issuer: oidc?.issuer ?? null,
    store: shared.sessions,
    throttle: shared.throttle,
    publicOrigin,
  });
  if (oidc === null || publicOrigin === null) return { signIn, company: null };
  // The client of the provider is loaded only where there is one.
  const { createCompany } = await import('./guard/oidc/company.ts');
  const sealKeys = () => current().sealKeys;
  const company = createCompany({ settings: oidc, publicOrigin, signIn, shared, sealKeys, proxy });
  return { signIn, company };
}
