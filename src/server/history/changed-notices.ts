import type { NotifySettings } from './history-settings.ts';

/** The settings of notices that differ, by name. */
export function changedNotices(
  before: NotifySettings | null | undefined,
  after: NotifySettings | null,
): string[] {
  return [
    ...(before?.url.href === after?.url.href ? [] : ['NOTIFY_WEBHOOK_URL']),
    ...(before?.secret === after?.secret ? [] : ['NOTIFY_WEBHOOK_SECRET']),
  ];
}
