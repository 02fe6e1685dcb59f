import ky, { isHTTPError, isNetworkError, isTimeoutError, type SearchParamsOption } from 'ky';
import * as v from 'valibot';
import { problemSchema } from '#contract/problem.ts';
import { ApiError } from './api-error.ts';

/** Longer than the server's own deadline, so that its answer, not ours, explains a slow upstream. */
const timeoutMs = 60_000;

// One layer retries: the server towards Apifonica. Trying again here would multiply its attempts.
const http = ky.create({ retry: 0, timeout: timeoutMs });

function toApiError(error: unknown): unknown {
  if (isHTTPError(error)) {
    const problem = v.safeParse(problemSchema, error.data);
    if (problem.success)
      return new ApiError(problem.output.code, problem.output.detail, problem.output);
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

/** GET, parsed by `schema`; every failure but an abort is an ApiError. */
export async function getJson<S extends v.GenericSchema>(
  path: string,
  schema: S,
  options: { searchParams?: SearchParamsOption; signal: AbortSignal },
): Promise<v.InferOutput<S>> {
  try {
    const response = await http.get(path, options);
    return v.parse(schema, await response.json());
  } catch (error) {
    throw toApiError(error);
  }
}
