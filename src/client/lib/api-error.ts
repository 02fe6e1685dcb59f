import type { Problem, ProblemCode } from '#contract/problem.ts';

/** The contract's codes, and those that only a browser can see. */
export type FailureCode = ProblemCode | 'server_unreachable' | 'server_unexpected' | 'stream_cut';

/** Why a request to our own server failed, as data to present. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: FailureCode;
  readonly retryAfterMs: number | undefined;
  readonly requestId: string | undefined;

  constructor(code: FailureCode, detail: string, problem?: Problem) {
    super(detail);
    this.code = code;
    this.retryAfterMs = problem?.retryAfterMs;
    this.requestId = problem?.requestId;
  }
}
