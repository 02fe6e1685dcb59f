import type { AdminHealth, AdminSessions } from '#contract/admin.ts';
import { formatCount, isolate } from '../../lib/format.ts';

/** Texts of the dialog for admins. */
export const sessions = 'Sessions';
export const adminsOnly = 'Only admins see sessions and health.';
export const noSessions = 'Nobody signs in here: the dashboard has no sign-in.';
export const health = 'Health';
export const refresh = 'Refresh';
export const loading = 'Loading…';

export const by: Record<AdminSessions['sessions'][number]['by'], string> = {
  company: 'company sign-in',
  password: 'password',
};
export const opened = (by: string) => `by ${by}`;
export const openFor = (duration: string) => `open for ${duration}`;
export const used = (ago: string) => `used ${ago}`;
export const ago = (duration: string) => `${duration} ago`;
export const justNow = 'just now';
export const underAMinute = 'under a minute';
export const minutes = (count: number) => `${formatCount(count)} min`;
export const hours = (count: number) => `${formatCount(count)} h`;
export const hoursAndMinutes = (hours: string, minutes: string) => `${hours} ${minutes}`;

export const own = 'This session';
export const end = 'End…';
export const endOf = (name: string) => `End the session of ${isolate(name)}…`;
export const confirm = 'End session';
export const confirmOf = (name: string) => `End the session of ${isolate(name)}?`;
export const confirmDetail = 'The person has to sign in again; running downloads of the list stop.';
export const ended = (name: string) => `Ended the session of ${isolate(name)}`;
export const notEnded = (name: string, why: string) =>
  `The session of ${isolate(name)} was not ended. ${why}.`;

export const store = 'Store';
export const stores: Record<AdminHealth['store']['kind'], string> = {
  memory: 'Memory of this server: one process',
  engine: 'Redis: common to all servers',
};
export const isUp = 'Answers';
export const isDown = 'Does not answer';

export const states: Record<AdminHealth['accounts'][number]['state'], string> = {
  unused: 'Not used yet',
  ok: 'Answers',
  failing: 'Fails',
};
export const requests = (count: number, limit: number) =>
  `${formatCount(count)} of ${formatCount(limit)} requests in use`;
export const paused = (duration: string) => `paused for ${duration}`;
export const seconds = (count: number) => `${formatCount(count)} s`;
