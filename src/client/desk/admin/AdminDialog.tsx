import { queryOptions, useQuery } from '@tanstack/react-query';
import { adminHealthSchema, adminSessionsSchema } from '#contract/admin.ts';
import { routes } from '#contract/routes.ts';
import { getJson } from '../../lib/api.ts';
import { ApiError } from '../../lib/api-error.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useIsPhone } from '../../ui/screen.ts';
import * as people from '../../words/people.ts';
import { Health } from './Health.tsx';
import { Section } from './Section.tsx';
import { Sessions } from './Sessions.tsx';
import * as words from './words.ts';

/** Asked anew each time that the dialog is opened. */
const always = { staleTime: 0, gcTime: 0 } as const;

const adminQueries = {
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

const isForbidden = (error: unknown) => error instanceof ApiError && error.code === 'forbidden';

/** What an admin sees: who is signed in, and whether store and accounts answer. */
export function AdminDialog({ onClose }: { onClose: () => void }) {
  const sessions = useQuery(adminQueries.sessions);
  const health = useQuery(adminQueries.health);
  const isPhone = useIsPhone();
  return (
    <Dialog
      title={people.admin}
      isSheet={isPhone}
      onClose={onClose}
      className={isPhone ? '' : 'mt-[8dvh] w-220'}
    >
      {() =>
        isForbidden(sessions.error ?? health.error) ? (
          // Somebody else may have followed the link of an admin.
          <p role="alert" className="border-t border-line px-5 py-4">
            {words.adminsOnly}
          </p>
        ) : (
          <>
            <Section title={words.sessions} query={sessions}>
              {(data) => <Sessions {...data} onEnded={() => void sessions.refetch()} />}
            </Section>
            <Section title={words.health} query={health}>
              {(data) => <Health {...data} />}
            </Section>
          </>
        )
      }
    </Dialog>
  );
}
