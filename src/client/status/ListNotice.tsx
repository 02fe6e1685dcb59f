import { CircleAlert, Info } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { openDetails } from '../address/open-details.ts';
import { refusedParts } from '../address/refused-parts.ts';
import { createStore, useStore } from '../lib/store.ts';
import { failureWords, offlineWords, partFailureWords } from '../list/failure-words.ts';
import { setGoneAccount, useGoneAccount } from '../list/gone-account.ts';
import { openKey } from '../list/open-row.ts';
import { useIsCutOff, useWatchCutOff } from '../list/useIsCutOff.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import * as accounts from '../words/accounts.ts';
import * as words from '../words/list.ts';
import { changesDetail, changesTitle, ListChanges } from './ListChanges.tsx';
import { RequestId, RetryButton } from './RetryButton.tsx';
import { LastWholeList } from './Snapshots.tsx';

interface BarProps {
  title: string;
  detail: string;
  isFailure?: boolean;
  children: Elements;
}

function Bar({ title, detail, isFailure = false, children }: BarProps) {
  const Icon = isFailure ? CircleAlert : Info;
  // A region that comes with its text is read where it is an alert, and not everywhere else.
  useEffect(() => {
    if (!isFailure) announce([title, detail].join(' '));
  }, [isFailure, title, detail]);
  return (
    <div
      {...(isFailure ? { role: 'alert' } : { role: 'group', 'aria-label': title })}
      className="pointer-events-auto flex max-w-2xl flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-raised px-3 py-2 shadow-pop"
    >
      <Icon aria-hidden size={16} className={`shrink-0 ${isFailure ? 'text-bad' : 'text-muted'}`} />
      <p className="min-w-48 flex-1">
        <strong className="font-semibold">{`${title} `}</strong>
        <span className="text-muted">{detail}</span>
      </p>
      {children}
    </div>
  );
}

const [navigation] = performance.getEntriesByType('navigation');
/** Unreadable parts of the address with which the page was opened; they are removed from it at once. */
const refusedStore = createStore(() =>
  navigation ? refusedParts(new URL(navigation.name).search) : [],
);

/** The one notice about the rows that are shown, over their lower edge so that nothing moves. */
export function ListNotice({ list }: { list: NumberList }) {
  const { scope, set, refreshing, changes, inventory, skipped, restarted } = list;
  useWatchCutOff();
  const isCutOff = useIsCutOff();
  const goneAccount = useGoneAccount(list.account);
  const refused = useStore(refusedStore);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const notice = pick();
  if (notice === null) return null;
  return (
    <div className="pointer-events-none absolute right-[calc(0.75rem+var(--covered,0px))] bottom-3 left-3 z-10 flex justify-center">
      {notice}
    </div>
  );

  function pick(): Elements {
    if (refreshing?.status === 'stopped') {
      const { error, at } = refreshing;
      return (
        <Bar {...failureWords(error, true)} isFailure>
          <RetryButton key={at} error={error} onRetry={list.refresh} />
          <LastWholeList error={error} list={list} />
          <Button onClick={list.stopRefreshing}>{words.dismiss}</Button>
          <RequestId error={error} />
        </Bar>
      );
    }
    if (scope.status === 'stopped') {
      if (scope.loaded === 0) return null;
      return (
        <Bar {...partFailureWords(scope.error, scope.loaded, list.isAway)} isFailure>
          <RetryButton key={scope.at} error={scope.error} onRetry={list.loadMore} />
          <LastWholeList error={scope.error} list={list} />
          <RequestId error={scope.error} />
        </Bar>
      );
    }
    if (changes !== null) {
      return (
        <Bar title={changesTitle(changes)} detail={changesDetail(changes, skipped)}>
          <ListChanges
            changes={changes}
            set={set}
            onOpen={(row) => openDetails(openKey(row, set))}
          />
          <Button onClick={inventory.dismissChanges}>{words.dismiss}</Button>
        </Bar>
      );
    }
    if (isCutOff && scope.status === 'partial') {
      return <Bar {...offlineWords(scope.loaded)}>{null}</Bar>;
    }
    if (goneAccount !== null) {
      const { gone, now } = goneAccount;
      return (
        <Bar title={accounts.gone(gone)} detail={accounts.goneDetail(now)}>
          <Button onClick={() => setGoneAccount(null)}>{words.dismiss}</Button>
        </Bar>
      );
    }
    const quiet = quietNotice();
    if (quiet === null || quiet.id === dismissed) return null;
    return (
      <Bar title={quiet.title} detail={quiet.detail}>
        <Button
          onClick={() => {
            // Only the notice about the link can be shown while there is one.
            refusedStore.set([]);
            setDismissed(quiet.id);
          }}
        >
          {words.dismiss}
        </Button>
      </Bar>
    );
  }

  function quietNotice() {
    if (refused.length > 0) {
      return {
        id: 'refused',
        title: words.refusedAddress(refused.join(', ')),
        detail: words.refusedAddressDetail,
      };
    }
    if (restarted > 0) {
      return {
        id: `restarted ${restarted}`,
        title: words.restarted,
        detail: words.restartedDetail,
      };
    }
    if (skipped > 0) {
      return {
        id: `skipped ${skipped}`,
        title: words.leftOut(skipped),
        detail: words.leftOutDetail,
      };
    }
    return null;
  }
}
