import type { Logger } from 'pino';
import { type Notice, toldWithinMs } from './notice.ts';
import type { NoticeReceiver } from './webhook.ts';

const firstWaitMs = 5000;
const longestWaitMs = 60 * 60 * 1000;

/** A notice that was not taken, and when it is sent again. */
interface Untaken {
  tries: number;
  nextAt: number;
}

interface TellDeps {
  receiver: () => NoticeReceiver | null;
  log: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** What was taken already. */
interface Ledger {
  has(id: string): boolean;
  /** Notes that a notice was taken, so that no server sends it again. */
  add(id: string): Promise<void>;
}

/**
 * Sends notices until they are taken, each with growing waits of its own; the waits begin anew
 * after a restart. What the ledger could not note is sent again: a notice comes at least once, and
 * its id tells the receiver of a second time.
 */
export function createTeller({ receiver, log, now }: TellDeps) {
  const untaken = new Map<string, Untaken>();
  /** Notices that were taken, also where no ledger could note them. */
  const taken = new Set<string>();

  /** Sends one notice, if it is due; returns when it is to be sent again, or null. */
  async function send(notice: Notice, to: NoticeReceiver, ledger: Ledger): Promise<number | null> {
    const { id } = notice;
    const before = untaken.get(id);
    if (before !== undefined && before.nextAt > now()) return before.nextAt;
    const fault = await to.send(notice);
    if (fault === null) {
      untaken.delete(id);
      taken.add(id);
      log.info({ notice: id }, 'notice taken');
      await ledger.add(id);
      return null;
    }
    const tries = (before?.tries ?? 0) + 1;
    const waitMs = Math.min(firstWaitMs * 2 ** (tries - 1), longestWaitMs);
    const nextAt = now() + waitMs;
    const isLast = nextAt >= notice.at + toldWithinMs;
    log[isLast ? 'error' : 'warn'](
      { notice: id, cause: fault, tries, ...(!isLast && { waitMs }) },
      isLast ? 'notice given up' : 'notice not taken',
    );
    untaken.set(id, { tries, nextAt });
    return isLast ? null : nextAt;
  }

  return {
    /** Whether there is somebody to tell. */
    isOn: () => receiver() !== null,

    /**
     * Sends what was not taken yet and is due, in this order.
     * @returns when to come again; null when nothing is left.
     */
    async tell(notices: readonly Notice[], ledger: Ledger): Promise<number | null> {
      const to = receiver();
      if (to === null) return null;
      const later: number[] = [];
      for (const notice of notices.filter(({ id }) => !taken.has(id) && !ledger.has(id))) {
        const nextAt = await send(notice, to, ledger);
        if (nextAt !== null) later.push(nextAt);
      }
      return later.length === 0 ? null : Math.min(...later);
    },
  };
}

export type Teller = ReturnType<typeof createTeller>;
