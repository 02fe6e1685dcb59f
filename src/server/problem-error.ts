import type { ProblemCode } from '#contract/problem-kinds.ts';

export interface ProblemExtras {
  retryAfterMs?: number | undefined;
  parameter?: string | undefined;
  /** A code that tells apart failures with the same `code`, such as ENOTFOUND; sent to the browser. */
  reason?: string | undefined;
  cause?: unknown;
}

/**
 * A failure with words for the reader. `detail` is sent to the browser, so it never holds an
 * address, a body or a header of the upstream; `cause` stays on the server.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly retryAfterMs: number | undefined;
  readonly parameter: string | undefined;
  readonly reason: string | undefined;

  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail, { cause: extras.cause });
    this.code = code;
    this.retryAfterMs = extras.retryAfterMs;
    this.parameter = extras.parameter;
    this.reason = extras.reason;
  }

  /** The problem for an unforeseen error. Its words tell nothing of the error; the log does. */
  static unexpected(cause: unknown): ProblemError {
    const words = 'Something failed in the dashboard server itself; its log says more.';
    return new ProblemError('internal', words, { cause });
  }
}
