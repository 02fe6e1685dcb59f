import { createHmac } from 'node:crypto';
import { request } from 'undici';
import { proxyAgent } from '../../proxy-agent.ts';
import type { OutboundProxy } from '../../read-proxy.ts';
import type { Notice } from './notice.ts';
import { type NotifySettings, webhookKey } from './notify-settings.ts';

const usualMostMs = 10_000;

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
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * Sends notices to a webhook, signed as Standard Webhooks say: an answer of 2xx within ten seconds
 * takes a notice. No redirect is followed, as it would carry the notice to another place.
 */
export function createWebhook(
  { url, secret }: NotifySettings,
  proxy: OutboundProxy | null,
  mostMs = usualMostMs,
): NoticeReceiver {
  const agent = proxyAgent(proxy);
  const key = webhookKey(secret);
  return {
    async send({ id, body }) {
      const text = JSON.stringify(body);
      const sentAt = String(Math.floor(Date.now() / 1000));
      const signature = createHmac('sha256', key)
        .update(`${id}.${sentAt}.${text}`)
        .digest('base64');
      try {
        const answer = await request(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'user-agent': 'rented-numbers',
            'webhook-id': id,
            'webhook-timestamp': sentAt,
            'webhook-signature': `v1,${signature}`,
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
