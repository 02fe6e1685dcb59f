const prefix = 'whsec_';
const bytes = { fewest: 24, most: 64 };

/** The key that a secret stands for. */
export const webhookKey = (secret: string): Buffer =>
  Buffer.from(secret.slice(prefix.length), 'base64');

/** Whether a text is a secret as the specification of Standard Webhooks has them. */
export function isWebhookSecret(text: string): boolean {
  const encoded = text.slice(prefix.length);
  if (!text.startsWith(prefix) || !/^[A-Za-z\d+/]+={0,2}$/.test(encoded)) return false;
  const key = webhookKey(text);
  const isWhole = key.toString('base64') === encoded;
  return isWhole && key.length >= bytes.fewest && key.length <= bytes.most;
}
