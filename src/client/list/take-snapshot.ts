import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { accountEntries } from '#contract/account.ts';
import { snapshotSchema } from '#contract/history.ts';
import { roleMay } from '#contract/role.ts';
import { routes } from '#contract/routes.ts';
import { useAddress } from '../address/address-bar.ts';
import { postJson } from '../lib/send.ts';
import { createStore, useStore } from '../lib/store.ts';
import { showToast } from '../ui/toast.ts';
import { failureWords } from './failure-words.ts';
import { historyQuery } from './history-query.ts';
import * as words from './history-words.ts';
import { listFailure } from './list-state.ts';
import { useSession } from './session-query.ts';

/** The accounts of which this page is taking a snapshot. */
const taking = createStore<ReadonlySet<string | null>>(() => new Set());

/** Asks for a snapshot. The answer comes after the whole list was read, however long that takes. */
const requestSnapshot = (account: string | null) =>
  postJson(routes.history, undefined, snapshotSchema, {
    searchParams: new URLSearchParams(accountEntries(account)),
    timeout: false,
  });

async function takeSnapshot(account: string | null, client: QueryClient): Promise<void> {
  if (taking.get().has(account)) return;
  taking.set(new Set([...taking.get(), account]));
  try {
    showToast({ text: words.taken(await requestSnapshot(account)) });
  } catch (error) {
    const { title, detail } = failureWords(listFailure(error), true);
    showToast({ text: [`${title}.`, detail].join(' ') });
  } finally {
    taking.set(new Set([...taking.get()].filter((one) => one !== account)));
    await client.invalidateQueries(historyQuery(account));
  }
}

/** Takes a snapshot of the account in the address; null for a person who may not. */
export function useTakeSnapshot(): { isTaking: boolean; take: () => void } | null {
  const { account } = useAddress();
  const client = useQueryClient();
  const { data: session } = useSession();
  const isTaking = useStore(taking).has(account);
  if (!session?.has_history) return null;
  if (session.person !== null && !roleMay(session.person.role, 'takeSnapshot')) return null;
  return { isTaking, take: () => void takeSnapshot(account, client) };
}
