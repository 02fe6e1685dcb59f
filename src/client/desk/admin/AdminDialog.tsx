import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { type AdminHealth, adminHealthSchema, adminSessionsSchema } from '#contract/admin.ts';
import { routes } from '#contract/routes.ts';
import type { Elements } from '#jsx/jsx-runtime';
import { getJson } from '../../lib/api.ts';
import { ApiError } from '../../lib/api-error.ts';
import { failureWords } from '../../list/failure-words.ts';
import { listFailure } from '../../list/list-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useIsPhone } from '../../ui/screen.ts';
import * as people from '../../words/people.ts';
import { AdminEntry } from './AdminEntry.tsx';
import { accountFacts } from './entry-facts.ts';
import { Sessions } from './Sessions.tsx';
import * as words from './words.ts';

interface SectionProps<T> {
  title: string;
  query: UseQueryResult<T>;
  children: (data: T) => Elements;
}

/** One part of the dialog: what the server has answered, or why it has not. */
function Section<T>({ title, query, children }: SectionProps<T>) {
  const { data, error, isFetching, refetch } = query;
  const id = useId();
  const failure = error && failureWords(listFailure(error));
  return (
    <section aria-labelledby={id} className="border-t border-line px-5 py-4">
      <div className="flex min-h-7 items-center justify-between pb-2">
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        <Button
          aria-label={`${words.refresh}: ${title}`}
          disabled={isFetching}
          onClick={() => void refetch()}
        >
          {isFetching ? words.loading : words.refresh}
        </Button>
      </div>
      {failure && (
        <p role="alert" className="pb-2">
          <strong className="font-semibold text-bad">{`${failure.title} `}</strong>
          <span className="text-muted">{failure.detail}</span>
        </p>
      )}
      {data !== undefined && children(data)}
    </section>
  );
}

/** Whether the store and every account answer. */
const Health = ({ store, accounts }: AdminHealth) => (
  <ul>
    <AdminEntry
      name={words.store}
      isVerbatim={false}
      facts={[store.is_up ? words.isUp : words.isDown, words.stores[store.kind]]}
      isBad={!store.is_up}
    />
    {accounts.map((account) => (
      <AdminEntry
        key={account.account.id}
        name={account.account.name}
        // Two accounts may have the same name.
        facts={[...(accounts.length > 1 ? [account.account.id] : []), ...accountFacts(account)]}
        isBad={account.state === 'failing'}
      />
    ))}
  </ul>
);

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
