import type { Environment } from '../../environment.ts';
import { isLoopback } from '../../guard/address.ts';

/** Where changes of the numbers are told, by a signed webhook. */
export interface NotifySettings {
  url: URL;
  secret: string;
}

const prefix = 'whsec_';
const bytes = { fewest: 24, most: 64 };

/** The key that a secret stands for. */
export const webhookKey = (secret: string): Buffer =>
  Buffer.from(secret.slice(prefix.length), 'base64');

/** Whether a text is a secret as the specification of Standard Webhooks has them. */
function isWebhookSecret(text: string): boolean {
  const encoded = text.slice(prefix.length);
  if (!text.startsWith(prefix) || !/^[A-Za-z\d+/]+={0,2}$/.test(encoded)) return false;
  const key = webhookKey(text);
  const isWhole = key.toString('base64') === encoded;
  return isWhole && key.length >= bytes.fewest && key.length <= bytes.most;
}

/** The address may hold a secret of the receiver, so no line repeats it. */
function readWebhookUrl(env: Environment): URL | undefined {
  const text = env.secret('NOTIFY_WEBHOOK_URL');
  if (text === undefined) return undefined;
  if (!URL.canParse(text)) {
    return env.refuse(
      'NOTIFY_WEBHOOK_URL is not an address; it looks like https://host.example/path.',
    );
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return env.refuse('NOTIFY_WEBHOOK_URL must be https, so that nobody on the way can read it.');
  }
  if (url.username || url.password || url.hash) {
    return env.refuse('NOTIFY_WEBHOOK_URL must have no user, password or fragment.');
  }
  return url;
}

/** Where changes are told; null without the settings, or where one is refused. */
export function readNotify(env: Environment): NotifySettings | null {
  const before = env.problems.length;
  const url = readWebhookUrl(env);
  const secret = env.secret('NOTIFY_WEBHOOK_SECRET');
  if (secret !== undefined && !isWebhookSecret(secret)) {
    env.refuse(
      'NOTIFY_WEBHOOK_SECRET must be whsec_ and then 24 to 64 random bytes in base64, such as from: openssl rand -base64 32.',
    );
  }
  if (env.problems.length > before) return null;
  if (url === undefined && secret === undefined) return null;
  if (url === undefined || secret === undefined) {
    env.refuse(
      'NOTIFY_WEBHOOK_URL and NOTIFY_WEBHOOK_SECRET belong together: set both, or their files.',
    );
    return null;
  }
  return { url, secret };
}

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
