import { useQuery } from '@tanstack/react-query';
import { ApiError } from '../../lib/api-error.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useIsPhone } from '../../ui/screen.ts';
import * as people from '../../words/people.ts';
import { adminQueries } from './admin-queries.ts';
import { Health } from './Health.tsx';
import { Section } from './Section.tsx';
import { Sessions } from './Sessions.tsx';
import * as words from './words.ts';

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
