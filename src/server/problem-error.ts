import type { ProblemCode } from '#contract/problem.ts';

interface ProblemExtras {
  retryAfterMs?: number | undefined;
  parameter?: string | undefined;
  cause?: unknown;
}

/**
 * A failure with words for the person who asked. `detail` is sent to the browser, so it never
 * holds an address, a body or a header of the upstream; `cause` stays on the server.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly retryAfterMs: number | undefined;
  readonly parameter: string | undefined;

  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail, { cause: extras.cause });
    this.code = code;
    this.retryAfterMs = extras.retryAfterMs;
    this.parameter = extras.parameter;
  }

  /** For what nobody foresaw: words that say nothing of it, which the log has to. */
  static unexpected(cause: unknown): ProblemError {
    const words = 'Something failed in the dashboard server itself; its log says more.';
    return new ProblemError('internal', words, { cause });
  }
}
