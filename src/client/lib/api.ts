import ky, { isHTTPError, isNetworkError, isTimeoutError, type SearchParamsOption } from 'ky';
import * as v from 'valibot';
import { problemSchema } from '#contract/problem.ts';
import { ApiError } from './api-error.ts';
import { markSignedOut } from './signed-out.ts';

/** Longer than the server's own deadline, so that its answer, not ours, explains a slow upstream. */
const timeoutMs = 60_000;

/** The way to our own server, for `getJson` and its like. */
// One layer retries: the server towards Apifonica. Trying again here would multiply its attempts.
export const http = ky.create({ retry: 0, timeout: timeoutMs });

/** Why a request of `http` failed, as an ApiError; an abort as it is. */
export function toApiError(error: unknown): unknown {
  if (isHTTPError(error)) {
    const problem = v.safeParse(problemSchema, error.data);
    if (problem.success) {
      const { code, detail } = problem.output;
      // Whatever was asked: the page has to sign in before anything else helps.
      if (code === 'unauthenticated') markSignedOut();
      return new ApiError(code, detail, problem.output);
    }
    return new ApiError('server_status', String(error.response.status));
  }
  if (isTimeoutError(error) || isNetworkError(error)) {
    return new ApiError('server_unreachable');
  }
  if (error instanceof DOMException && error.name === 'AbortError') return error;
  return new ApiError('server_unreadable');
}

interface GetOptions {
  searchParams?: SearchParamsOption;
  /** Asks the server to go around what it remembers. */
  cache?: 'reload';
  signal: AbortSignal;
}

/** GET, parsed by `schema`; every failure but an abort is an ApiError. */
export async function getJson<S extends v.GenericSchema>(
  path: string,
  schema: S,
  options: GetOptions,
): Promise<v.InferOutput<S>> {
  try {
    const response = await http.get(path, options);
    return v.parse(schema, await response.json());
  } catch (error) {
    throw toApiError(error);
  }
}
