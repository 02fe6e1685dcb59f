import ky, { isHTTPError, isNetworkError, isTimeoutError, type SearchParamsOption } from 'ky';
import * as v from 'valibot';
import { problemSchema } from '#contract/problem.ts';
import { ApiError } from './api-error.ts';
import { markSignedOut } from './signed-out.ts';

/** Longer than the server's own deadline, so that its answer, not ours, explains a slow upstream. */
const timeoutMs = 60_000;

// One layer retries: the server towards Apifonica. Trying again here would multiply its attempts.
const http = ky.create({ retry: 0, timeout: timeoutMs });

function toApiError(error: unknown): unknown {
  if (isHTTPError(error)) {
    const problem = v.safeParse(problemSchema, error.data);
    if (problem.success) {
      const { code, detail } = problem.output;
      // Whatever was asked: the page has to sign in before anything else helps.
      if (code === 'unauthenticated') markSignedOut();
      return new ApiError(code, detail, problem.output);
    }
    const status = error.response.status;
    return new ApiError(
      'server_unexpected',
      `The dashboard server answered with status ${status}.`,
    );
  }
  if (isTimeoutError(error) || isNetworkError(error)) {
    return new ApiError('server_unreachable', 'The dashboard server did not answer.');
  }
  if (error instanceof DOMException && error.name === 'AbortError') return error;
  return new ApiError(
    'server_unexpected',
    'The dashboard server sent an answer this page cannot read.',
  );
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

/** POST of a JSON body, its answer parsed by `schema`; every failure is an ApiError. */
export async function postJson<S extends v.GenericSchema>(
  path: string,
  json: unknown,
  schema: S,
): Promise<v.InferOutput<S>> {
  try {
    return v.parse(schema, await http.post(path, { json }).json());
  } catch (error) {
    throw toApiError(error);
  }
}

/** DELETE; every failure is an ApiError. */
export async function deleteAt(path: string): Promise<void> {
  try {
    await http.delete(path);
  } catch (error) {
    throw toApiError(error);
  }
}
