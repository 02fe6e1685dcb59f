import { queryOptions } from '@tanstack/react-query';
import { routes } from '#contract/routes.ts';
import { sessionSchema } from '#contract/session.ts';
import { getJson } from '../lib/api.ts';
import { ApiError } from '../lib/api-error.ts';

const retryMs = 5000;

const isPassing = (error: unknown) => error instanceof ApiError && error.code !== 'unauthenticated';

/** Which account this is, and what the page may do. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => getJson(routes.session, sessionSchema, { signal }),
  // Which account this is must not stay unknown because the server was away for a moment.
  refetchInterval: ({ state }) => (isPassing(state.error) ? retryMs : false),
});
