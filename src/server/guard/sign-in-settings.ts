import type { Environment } from '../environment.ts';
import { isPasswordHash } from './password.ts';

/** The password, given in the clear or hashed; null without one. */
export type SignIn = { password: string } | { hash: string } | null;

export const shortestPassword = 8;

/** Reads how people sign in with a password. */
export function readSignIn(env: Environment): SignIn {
  const password = env.secret('DASHBOARD_PASSWORD');
  const hash = env.secret('DASHBOARD_PASSWORD_HASH');
  if (password !== undefined && hash !== undefined) {
    env.refuse(
      'DASHBOARD_PASSWORD and DASHBOARD_PASSWORD_HASH are both set; keep one, or its file.',
    );
  }
  if (password !== undefined && password.length < shortestPassword) {
    env.refuse(`DASHBOARD_PASSWORD must have at least ${shortestPassword} characters.`);
  }
  if (hash !== undefined && !isPasswordHash(hash)) {
    env.refuse(
      'DASHBOARD_PASSWORD_HASH is not a hash that node dist/server/main.js hash-password made.',
    );
  }
  if (hash !== undefined) return { hash };
  return password === undefined ? null : { password };
}
