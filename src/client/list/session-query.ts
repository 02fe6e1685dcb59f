import { queryOptions } from '@tanstack/react-query';
import { routes } from '#contract/routes.ts';
import { sessionSchema } from '#contract/session.ts';
import { getJson } from '../lib/api.ts';
import { ApiError } from '../lib/api-error.ts';

const retryMs = 5000;

const isPassing = (error: unknown) => error instanceof ApiError && error.code !== 'unauthenticated';

/** The account, and the page's permissions. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => getJson(routes.session, sessionSchema, { signal }),
  // Retried, so that a short absence of the server does not leave the account unknown.
  refetchInterval: ({ state }) => (isPassing(state.error) ? retryMs : false),
});
