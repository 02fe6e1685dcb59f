import ky, { isHTTPError, isNetworkError, isTimeoutError } from 'ky';
import * as v from 'valibot';
import { problemSchema } from '#contract/problem-kinds.ts';
import { ApiError } from './api-error.ts';
import { asPreloaded, takePreload } from './preload.ts';
import { markSignedOut } from './sign-in-state.ts';

/** Longer than the server's own deadline, so that its answer, not ours, explains a slow upstream. */
const timeoutMs = 60_000;

/** The way to our own server, for `getJson` and its like. */
export const http = ky.create({
  // From the page's own address, which may be below a path.
  prefix: '.',
  // One layer retries: the server towards Apifonica. Trying again here would multiply its attempts.
  retry: 0,
  timeout: timeoutMs,
  // Browsers send no `Sec-Fetch-Site` to an origin that they do not trust, which is any but https and
  // loopback. There this header alone tells the server that a request is no other site's.
  headers: { 'X-Requested-By': 'page' },
});

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
  searchParams?: URLSearchParams;
  /** Asks the server to go around what it remembers. */
  cache?: 'reload';
  signal?: AbortSignal;
}

/** GET, parsed by `schema`; every failure but an abort is an ApiError. */
export async function getJson<S extends v.GenericSchema>(
  path: string,
  schema: S,
  options: GetOptions,
): Promise<v.InferOutput<S>> {
  try {
    const address = options.searchParams?.size ? `${path}?${options.searchParams}` : path;
    const isPreloaded = options.cache === undefined && takePreload(address);
    const response = await http.get(path, { ...options, ...(isPreloaded && asPreloaded) });
    return v.parse(schema, await response.json());
  } catch (error) {
    throw toApiError(error);
  }
}
