import { queryOptions } from '@tanstack/react-query';
import { adminHealthSchema, adminSessionsSchema } from '#contract/admin.ts';
import { routes } from '#contract/routes.ts';
import { getJson } from '../../lib/api.ts';

/** Asked anew each time that the dialog is opened. */
const always = { staleTime: 0, gcTime: 0 } as const;

export const adminQueries = {
  sessions: queryOptions({
    queryKey: ['admin', 'sessions'],
    queryFn: ({ signal }) => getJson(routes.adminSessions, adminSessionsSchema, { signal }),
    ...always,
  }),
  health: queryOptions({
    queryKey: ['admin', 'health'],
    queryFn: ({ signal }) => getJson(routes.adminHealth, adminHealthSchema, { signal }),
    ...always,
  }),
};
