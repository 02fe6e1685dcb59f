import { useQuery } from '@tanstack/react-query';
import { useAddress } from '../address/address-bar.ts';
import type { ChangeKind } from '../fields/row-changes.ts';
import { keptOf, numberHistoryQuery, useHistory } from '../list/history-query.ts';
import type { Pair } from './compared.tsx';
import { standing } from './standing.ts';
import * as words from './words.ts';

interface StandingProps extends Pair {
  number_sid: string;
  kind: ChangeKind;
  /** The labels of the columns in which it changed. */
  labels: readonly string[];
}

/** What became of a number between two days, at the top of its details. */
export function Standing({ number_sid, kind, labels, from, to }: StandingProps) {
  const { account } = useAddress();
  const { data: own } = useQuery(numberHistoryQuery(account, number_sid));
  const { data: history } = useHistory();
  if (kind === 'changed') return <span>{words.changedFields(labels)}</span>;
  const text = standing({ kind, from, to, kept: keptOf(history), changes: own?.changes });
  return <span className={kind !== 'added' ? 'text-bad' : undefined}>{text}</span>;
}
