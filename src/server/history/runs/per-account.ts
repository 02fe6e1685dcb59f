import type { Logger } from 'pino';
import type { Account } from '../../accounts/account.ts';
import { ProblemError } from '../../problem-error.ts';

/** Does the work of one account; what fails there is logged, and holds up no other account. */
export async function perAccount<T>(
  log: Logger,
  { id }: Account,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    const { code, message, reason } =
      error instanceof ProblemError ? error : ProblemError.unexpected(error);
    const cause =
      reason ?? (code === 'internal' && error instanceof Error ? error.message : message);
    log.error({ account: id, code, cause }, 'the history of an account cannot be kept now');
    return null;
  }
}
