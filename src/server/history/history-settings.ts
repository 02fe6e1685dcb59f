import { fileURLToPath } from 'node:url';
import type { Environment } from '../environment.ts';
import { type NotifySettings, readNotify } from './notices/notify-settings.ts';
import { readSchedule } from './runs/schedule.ts';

/** What is kept of the lists, and when. */
export interface HistorySettings {
  /** null for a folder that goes with the process, where the sandbox invents the days. */
  folder: string | null;
  /** Five cron fields; null takes snapshots only when somebody asks. */
  schedule: string | null;
  timeZone: string;
  keepDays: number;
  /** Bytes of one account's files, at the most; 0 without a limit. */
  maxBytes: number;
  notify: NotifySettings | null;
}

const defaultSchedule = '17 3 * * *';
const names = [
  'HISTORY_SCHEDULE',
  'HISTORY_TZ',
  'HISTORY_KEEP_DAYS',
  'HISTORY_MAX_BYTES',
  'NOTIFY_WEBHOOK_URL',
  'NOTIFY_WEBHOOK_URL_FILE',
  'NOTIFY_WEBHOOK_SECRET',
  'NOTIFY_WEBHOOK_SECRET_FILE',
] as const;
const units = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

function readFolder(env: Environment): string | undefined {
  const text = env.text('HISTORY');
  if (text === undefined) return undefined;
  // A relative address would name a folder at the root.
  const isAbsolute = /^file:(\/\/)?\/[^/?#]/.test(text) && URL.canParse(text);
  const { pathname, search, hash } = new URL(isAbsolute ? text : 'file:///');
  if (!isAbsolute || search !== '' || hash !== '' || /%(00|2f)/i.test(pathname)) {
    return env.refuse(
      'HISTORY must be file: and the absolute path of a folder, such as file:/var/lib/rented-numbers.',
    );
  }
  return fileURLToPath(new URL(pathname, 'file:///'));
}

function readTimes(env: Environment): Pick<HistorySettings, 'schedule' | 'timeZone'> {
  const timeZone = env.text('HISTORY_TZ') ?? 'UTC';
  const text = env.text('HISTORY_SCHEDULE') ?? defaultSchedule;
  const zone = readSchedule(defaultSchedule, timeZone);
  if ('fault' in zone) {
    env.refuse(
      `HISTORY_TZ must be the name of a time zone, such as Europe/Tallinn or UTC; got ${JSON.stringify(timeZone)}.`,
    );
  }
  if (text === 'off') return { schedule: null, timeZone };
  const read = readSchedule(text, 'UTC');
  if ('fault' in read) {
    env.refuse(
      `HISTORY_SCHEDULE ${read.fault}; write five cron fields, such as ${defaultSchedule} for 03:17 each day, or off; got ${JSON.stringify(text)}.`,
    );
  }
  return { schedule: text, timeZone };
}

/** Less has no room for a whole list and the changes of some days. */
const leastBytes = units.M;

/** Bytes as `1500K`, `500M` or `2G`: in powers of 1024. */
function readMaxBytes(env: Environment): number {
  const text = env.text('HISTORY_MAX_BYTES') ?? '0';
  const [, digits, unit = ''] = /^(\d{1,12})([KMG]?)$/.exec(text) ?? [];
  const bytes =
    digits === undefined ? Number.NaN : Number(digits) * units[unit as keyof typeof units];
  if (bytes === 0 || bytes >= leastBytes) return bytes;
  env.refuse(
    `HISTORY_MAX_BYTES must be bytes, or a number with K, M or G, such as 500M: at least 1M, or 0 for no limit; got ${JSON.stringify(text)}.`,
  );
  return 0;
}

/**
 * What is kept of the lists, or null without `HISTORY`.
 * @param hasDays the sandbox invents days, which are kept also without `HISTORY`.
 */
export function readHistory(env: Environment, hasDays: boolean): HistorySettings | null {
  const before = env.problems.length;
  const folder = readFolder(env);
  const settings = {
    ...readTimes(env),
    keepDays: env.integer('HISTORY_KEEP_DAYS', 400, 1, 36_500),
    maxBytes: readMaxBytes(env),
    notify: readNotify(env),
  };
  if (folder !== undefined) return { folder, ...settings };
  if (env.text('HISTORY') !== undefined || env.problems.length > before) return null;
  if (hasDays) return { folder: null, ...settings };
  const alone = names.find((name) => env.text(name) !== undefined);
  if (alone !== undefined) {
    env.refuse(`${alone} is set but no folder: set HISTORY too, or unset ${alone}.`);
  }
  return null;
}
