import { Webhook } from 'standardwebhooks';
import { request } from 'undici';
import { proxyAgent } from '../proxy-agent.ts';
import type { OutboundProxy } from '../read-proxy.ts';
import type { NotifySettings } from './history-settings.ts';
import type { Notice } from './notice.ts';

const mostMs = 10_000;

/** The receiver of notices. */
export interface NoticeReceiver {
  /**
   * Sends a notice once.
   * @returns null when it was taken, else why not: a status, or the code of a failure on the way.
   */
  send(notice: Notice): Promise<string | null>;
  close(): Promise<void>;
}

/** The code or name of a failure; its message may quote an address. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
}

/**
 * Sends notices to a webhook, signed as Standard Webhooks say: an answer of 2xx within ten seconds
 * takes a notice. No redirect is followed, as it would carry the notice to another place.
 */
export function createWebhook(
  { url, secret }: NotifySettings,
  proxy: OutboundProxy | null,
): NoticeReceiver {
  const agent = proxyAgent(proxy);
  const webhook = new Webhook(secret);
  return {
    async send({ id, body }) {
      const text = JSON.stringify(body);
      const sentAt = new Date();
      try {
        const answer = await request(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'user-agent': 'rented-numbers',
            'webhook-id': id,
            'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
            'webhook-signature': webhook.sign(id, sentAt, text),
          },
          body: text,
          signal: AbortSignal.timeout(mostMs),
          ...(agent && { dispatcher: agent }),
        });
        answer.body.on('error', () => {}).destroy();
        const { statusCode } = answer;
        return statusCode >= 200 && statusCode < 300 ? null : String(statusCode);
      } catch (error) {
        return causeOf(error);
      }
    },
    close: async () => agent?.close(),
  };
}
