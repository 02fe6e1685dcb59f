import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NumberHistory } from '#contract/history.ts';
import type { RentedNumber } from '#contract/number.ts';
import { openSnapshot } from '../address/snapshots.ts';
import { formatCount, formatDay, formatMoment } from '../lib/format.ts';
import { useAfterSignIn } from '../lib/sign-in-state.ts';
import { failureWords } from '../list/failure-words.ts';
import { numberHistoryQuery } from '../list/history-query.ts';
import { listFailure } from '../list/list-state.ts';
import { RetryButton } from '../status/RetryButton.tsx';
import { Button } from '../ui/Button.tsx';
import { breakable } from '../ui/breakable.tsx';
import { changedDetails } from './changed-details.ts';
import * as words from './history-words.ts';

type Change = NumberHistory['changes'][number];

const shownAtFirst = 10;

const kindOf = ({ before, after }: Change) =>
  before === null ? 'added' : after === null ? 'gone' : 'changed';

function ChangeItem({ change }: { change: Change }) {
  const { seq, asOf, before, after } = change;
  const moment = formatMoment(asOf);
  const kind = kindOf(change);
  return (
    <li className="border-t border-line py-1.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong className={`font-semibold ${kind === 'gone' ? 'text-bad' : ''}`}>
          {words.kinds[kind]}
        </strong>
        <button
          type="button"
          title={words.showListAsOf(moment)}
          aria-label={words.showListAsOf(moment)}
          onClick={() => openSnapshot(seq)}
          className="text-muted underline-offset-2 hover:text-ink hover:underline finger:min-h-11"
        >
          <bdi>{moment}</bdi>
        </button>
      </p>
      {before !== null && after !== null && (
        <ul>
          {changedDetails(before, after).map(({ label, before: old, after: now }) => (
            <li key={label} className="pl-3">
              <span className="text-muted">{`${label} `}</span>
              <bdi translate="no" className="wrap-anywhere line-through decoration-muted">
                {breakable(old)}
              </bdi>
              <span aria-hidden>{words.arrow}</span>
              <span className="sr-only">{words.became}</span>
              <bdi translate="no" className="wrap-anywhere">
                {breakable(now)}
              </bdi>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Known({ history: { since, first, last, changes } }: { history: NumberHistory }) {
  const [isWhole, setIsWhole] = useState(false);
  if (since === null) return <p className="text-muted">{words.noneKept}</p>;
  const shown = isWhole ? changes : changes.slice(0, shownAtFirst);
  const isOlder = first !== null && first.seq === since.seq;
  const seen = [
    { label: words.firstSeen, at: first, remark: isOlder ? words.orEarlier : '' },
    { label: words.lastSeen, at: last, remark: '' },
  ];
  return (
    <>
      {first === null && <p className="text-muted">{words.neverSeen}</p>}
      <dl className="grid grid-cols-[7rem_1fr] gap-x-4">
        {seen.map(
          ({ label, at, remark }) =>
            at && (
              <div key={label} className="col-span-2 grid grid-cols-subgrid py-1">
                <dt className="text-muted">{label}</dt>
                <dd>
                  <bdi>{formatMoment(at.asOf)}</bdi>
                  {remark !== '' && <span className="text-muted">{` ${remark}`}</span>}
                </dd>
              </div>
            ),
        )}
      </dl>
      {changes.length === 0 && first !== null && <p className="text-muted">{words.noChanges}</p>}
      {changes.length > 0 && (
        <ol aria-label={words.changes} className="mt-1">
          {shown.map((change) => (
            <ChangeItem key={change.seq} change={change} />
          ))}
        </ol>
      )}
      {shown.length < changes.length && (
        <Button onClick={() => setIsWhole(true)} className="mt-1.5">
          {words.more(formatCount(changes.length - shown.length))}
        </Button>
      )}
      <p className="pt-2 text-xs text-muted">{words.keptSince(formatDay(since.asOf))}</p>
    </>
  );
}

export interface KeptHistoryProps {
  account: string | null;
  row: RentedNumber;
}

/** What the kept snapshots say of a number: since when, until when, and what has changed. */
export function KeptHistory({ account, row: { number_sid } }: KeptHistoryProps) {
  const { data, error, isFetching, refetch } = useQuery(numberHistoryQuery(account, number_sid));
  useAfterSignIn(() => {
    if (error) void refetch();
  });
  const failure = error && !isFetching ? listFailure(error) : null;
  return (
    <section aria-label={words.ownHistory} className="border-t border-line px-5 py-4">
      <h3 className="pb-1.5 font-semibold">{words.history}</h3>
      {data && <Known key={number_sid} history={data} />}
      {!data && !failure && <p className="text-muted">{words.loading}</p>}
      {failure && (
        <div role="alert" className="grid justify-items-start gap-2">
          <p className="font-semibold">{failureWords(failure, true).title}</p>
          <p className="text-muted">{failureWords(failure, true).detail}</p>
          <RetryButton error={failure} onRetry={() => void refetch()} />
        </div>
      )}
    </section>
  );
}
