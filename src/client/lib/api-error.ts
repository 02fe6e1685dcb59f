import type { Problem, ProblemCode } from '#contract/problem-kinds.ts';

/** The contract's codes, and those that only a browser can see. */
export type FailureCode =
  | ProblemCode
  | 'server_unreachable'
  /** An answer from another server, such as a proxy; the message is its status. */
  | 'server_status'
  | 'server_unreadable'
  | 'stream_cut'
  | 'pages_loop'
  | 'page_failed';

/** Why a request to our own server failed, as data to present. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: FailureCode;
  readonly retryAfterMs: number | undefined;
  readonly requestId: string | undefined;

  /** @param detail the server's own words; for people there are words for every code. */
  constructor(code: FailureCode, detail: string = code, problem?: Problem) {
    super(detail);
    this.code = code;
    this.retryAfterMs = problem?.retryAfterMs;
    this.requestId = problem?.requestId;
  }
}
