import type { Snapshot } from '#contract/history.ts';
import type { Account } from '../../accounts/account.ts';

/** So long after its moment a notice is still sent. */
export const toldWithinMs = 24 * 60 * 60 * 1000;

/** A notice for a webhook. Its id stays the same however often it is sent. */
export interface Notice {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  body: object;
}

/** The address of the page that shows a change; null where the address of the page is not known. */
type PageOf = (query: Record<string, string>) => string | null;

export const pageBelow =
  (publicOrigin: URL | null): PageOf =>
  (query) =>
    publicOrigin &&
    `${publicOrigin.href.replace(/\/$/, '')}/?${new URLSearchParams(query).toString()}`;

/**
 * The notice of a snapshot whose numbers differ from those before; null for all others. It has
 * counts and no number: a receiver, such as a chat, may show it to others than the dashboard does.
 *
 * @param snapshots newest first; the one before gives the other end of the comparison.
 */
function changesNotice(
  { id, name, accountSid }: Account,
  snapshots: readonly Snapshot[],
  place: number,
  pageOf: PageOf,
): Notice | null {
  const [snapshot, before] = snapshots.slice(place);
  if (snapshot === undefined) return null;
  const { seq, asOf, total, skipped, added, gone, changed, status } = snapshot;
  if (status !== 'kept' || added + gone + changed === 0) return null;
  const from = before && { from: String(before.seq) };
  const url = pageOf({ account: id, show: 'history', ...from, to: String(seq) });
  const at = Date.parse(asOf);
  return {
    // After a purge the places begin anew.
    id: `numbers.changed_${accountSid}_${seq}_${at}`,
    at,
    body: {
      type: 'numbers.changed',
      timestamp: asOf,
      data: {
        account: { id, name, account_sid: accountSid },
        ...{ seq, total, skipped, added, gone, changed },
        ...(url !== null && { url }),
      },
    },
  };
}

/** The notices of all snapshots, oldest first. */
export function changesNotices(
  account: Account,
  snapshots: readonly Snapshot[],
  pageOf: PageOf,
): Notice[] {
  return snapshots
    .flatMap((_, place) => changesNotice(account, snapshots, place, pageOf) ?? [])
    .reverse();
}

/**
 * The notice that there was no snapshot for long.
 *
 * @param last the moment of the last snapshot, or of the account's first sight.
 * @param at when the alarm was raised.
 */
export function overdueNotice(
  { id, name, accountSid }: Account,
  { last, at }: { last: number; at: number },
  pageOf: PageOf,
): Notice {
  const since = new Date(last).toISOString();
  const url = pageOf({ account: id, show: 'history' });
  return {
    id: `snapshot.overdue_${accountSid}_${last}`,
    at,
    body: {
      type: 'snapshot.overdue',
      timestamp: new Date(at).toISOString(),
      data: { account: { id, name, account_sid: accountSid }, since, ...(url !== null && { url }) },
    },
  };
}
