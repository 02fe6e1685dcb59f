import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../ui/Dialog.tsx';
import { useIsPhone } from '../../ui/screen.ts';
import * as people from '../../words/people.ts';
import { adminQueries } from './admin-queries.ts';
import { Health } from './Health.tsx';
import { Section } from './Section.tsx';
import { Sessions } from './Sessions.tsx';
import * as words from './words.ts';

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
      {() => (
        <>
          <Section title={words.sessions} query={sessions}>
            {(data) => <Sessions {...data} onEnded={() => void sessions.refetch()} />}
          </Section>
          <Section title={words.health} query={health}>
            {(data) => <Health {...data} />}
          </Section>
        </>
      )}
    </Dialog>
  );
}
