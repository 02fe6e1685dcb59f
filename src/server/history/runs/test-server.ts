import { pino } from 'pino';
import type { Snapshot } from '#contract/history.ts';
import type { Account as Numbers } from '#sandbox/stand-in/account.ts';
import { createAccount } from '#sandbox/stand-in/account.ts';
import { type Answer, sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { mainAccount, testAccounts } from '../../accounts/test-accounts.ts';
import type { Leases } from '../../shared/leases.ts';
import { createUpstream } from '../../upstream/client.ts';
import { openHistoryFolder } from '../store/open-folder.ts';
import { createFolderLeases } from './folder-leases.ts';
import { leasesFolder } from './keeper-files.ts';
import { readSchedule } from './schedule.ts';
import { runWhatIsDue } from './scheduled-runs.ts';
import { createSnapshots } from './snapshots.ts';

export const account = { ...mainAccount, accountSid: 'acc-fault-test' };

/** For specs: a stand-in of Apifonica with an account that changes, and that can fail. */
export async function startNumbers(size: number) {
  const standIn = await startStandIn((request, response) => {
    vendor.answer(request, response);
  });
  const honest: Answer = (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://upstream');
    const page = vendor.numbers.page(searchParams, `${standIn.url}${pathname}`);
    sendJson(response, page ?? {}, page ? 200 : 400);
  };
  const vendor: {
    numbers: Numbers;
    answer: Answer;
    honest: Answer;
    url: string;
    requests: () => number;
    close: () => Promise<void>;
  } = {
    numbers: createAccount(size),
    answer: honest,
    honest,
    url: standIn.url,
    requests: () => standIn.requests.length,
    close: standIn.close,
  };
  return vendor;
}

interface TestServerOptions {
  vendor: { url: string };
  path: string;
  /** Milliseconds since 1970, also for leases. */
  now: () => number;
  schedule?: string | null;
  leases?: Leases;
  stopping?: AbortSignal;
}

/** For specs: what takes snapshots in one server, without its timers. */
export async function startTestServer(options: TestServerOptions) {
  const { vendor, path, now, schedule: fields = '17 3 * * *' } = options;
  const { leases = createFolderLeases(leasesFolder(path), now) } = options;
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ level: 'trace' }, { write: (line) => void lines.push(JSON.parse(line)) });
  const upstream = createUpstream({
    accountSid: account.accountSid,
    authToken: 'a-test-token',
    baseUrl: new URL(vendor.url),
    concurrency: 4,
    timeoutMs: 2000,
    deadlineMs: 2500,
  });
  const accounts = testAccounts([{ account, upstream }]);
  const folder = await openHistoryFolder({ path, keepDays: null, maxBytes: null, log: logger });
  const read = fields === null ? null : readSchedule(fields, 'UTC');
  const kept: Snapshot[] = [];
  const stopping = options.stopping ?? new AbortController().signal;
  const snapshots = createSnapshots({
    ...{ folder, path, accounts, leases, stopping, logger, now },
    scheduleOf: () => (read && 'schedule' in read ? read.schedule : null),
    onKept: (_, snapshot) => void kept.push(snapshot),
  });
  return {
    ...snapshots,
    folder,
    history: folder.account(account.accountSid),
    leases,
    logger,
    /** The lines of the log so far. */
    lines,
    /** What this server has kept. */
    kept,
    /** Takes a snapshot, as a person's request does. */
    takeNow: () => snapshots.take(account, { log: logger, requestId: 'request-1' }),
    read: () => snapshots.read(account),
    /** Takes what is due. */
    pass: () => runWhatIsDue({ accounts: accounts.all, snapshots, stopping, logger, now }),
    async close() {
      await upstream.close();
      await folder.close();
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;
