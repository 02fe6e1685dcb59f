import type { Logger } from 'pino';
import type { Account } from '../../accounts/account.ts';
import { type Alarm, keeperFiles } from '../runs/keeper-files.ts';
import type { Schedule } from '../runs/schedule.ts';
import { type Notice, overdueNotice, type pageBelow } from './notice.ts';

/** A server that was away for long first catches its runs up; only then is there an alarm. */
const graceMs = 15 * 60_000;

interface AlarmDeps {
  /** The path of the folder of the history. */
  path: string;
  /** Whether there is somebody to tell. */
  isOn: () => boolean;
  pageOf: ReturnType<typeof pageBelow>;
  logger: Logger;
  now: () => number;
}

/** Alarms where no snapshot was taken for two periods of the schedule. */
export function createAlarms({ path, isOn, pageOf, logger, now }: AlarmDeps) {
  const startedAt = now();
  /** The last success of each outage that this server has logged, by account. */
  const logged = new Map<string, number>();
  /** The alarms of this server by account, also those that a full disk keeps from being written. */
  const raised = new Map<string, Alarm>();

  const known = async ({ id, accountSid }: Account) =>
    raised.get(id) ?? (await keeperFiles(path, accountSid).alarm());

  /** Notes when an outage was first told of, so that a restart does not begin its 24 hours anew. */
  async function raise(account: Account, since: string): Promise<Alarm> {
    const before = await known(account);
    const alarm = before?.since === since ? before : { since, at: new Date(now()).toISOString() };
    raised.set(account.id, alarm);
    if (alarm !== before) {
      await keeperFiles(path, account.accountSid)
        .writeAlarm(alarm)
        .catch(() => {});
    }
    return alarm;
  }

  /** An alarm that cannot be removed does no harm: the next outage has another last success. */
  async function end(account: Account): Promise<void> {
    if ((await known(account)) === null) return;
    raised.delete(account.id);
    await keeperFiles(path, account.accountSid)
      .removeAlarm()
      .catch(() => {});
  }

  return {
    /** From which moment a snapshot is awaited where the history cannot be read. */
    async sinceUnread(account: Account): Promise<number> {
      const alarm = await known(account);
      return alarm === null ? startedAt : Date.parse(alarm.since);
    },

    /**
     * The alarm of an account, which is logged once; null without an outage.
     * @param last the moment of the last snapshot, or from which one is awaited.
     */
    async of(account: Account, last: number, schedule: Schedule): Promise<Notice | null> {
      if (now() - startedAt < graceMs) return null;
      if (now() - last <= 2 * schedule.period(last)) {
        logged.delete(account.id);
        await end(account);
        return null;
      }
      const since = new Date(last).toISOString();
      if (logged.get(account.id) !== last) {
        logger.error({ account: account.id, since }, 'no snapshot for two periods');
        logged.set(account.id, last);
      }
      if (!isOn()) return null;
      const { at } = await raise(account, since);
      return overdueNotice(account, { last, at: Date.parse(at) }, pageOf);
    },
  };
}
