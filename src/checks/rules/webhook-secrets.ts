import { controllerRemarks } from '../controllers/controller-slots.ts';
import type { NumberRule } from '../rule.ts';

/** Parts of a name that suggest a secret: `accessToken`, `client-secret`. */
const telling = /token|secret|passw|pwd|apikey|signature|credential|bearer|jwt|hmac/;

/**
 * Whole words that suggest a secret; they are too short to be looked for inside of other words
 * (`monkey`, `signal`, `author`).
 */
const words = new Set(['key', 'pass', 'sig', 'auth', 'authorization', 'oauth']);

/** Splits `apiKey`, `api_key`, `api.key` and `API-KEY` alike into `api` and `key`. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]/);

const isTelling = (name: string): boolean => {
  const parts = wordsOf(name);
  return telling.test(parts.join('')) || parts.some((part) => words.has(part));
};

/** A name that may be shown. A name with digits may itself be the secret. */
const showable = /^[a-z][a-z._-]{0,23}$/i;

/**
 * The first query parameter of a URL whose name suggests a secret: its name, or `•••` when the name
 * itself may be secret; null when there is none.
 */
export function secretParameter(url: string): string | null {
  const [beforeFragment = ''] = url.split('#', 1);
  const start = beforeFragment.indexOf('?');
  if (start < 0) return null;
  const query = beforeFragment.slice(start + 1);
  for (const [name, value] of new URLSearchParams(query)) {
    if (value !== '' && isTelling(name)) return showable.test(name) ? name : '•••';
  }
  return null;
}

/** A user name or password in the address of a controller (`userinfo`, deprecated by RFC 3986, section 3.2.1). */
export const passwordInWebhook: NumberRule = {
  id: 'password-in-webhook',
  level: 'warning',
  title: 'Password in a webhook',
  remedy: 'Remove the credentials from the address, and change the password: others have seen it.',
  check: (row) =>
    controllerRemarks(row, (controller, { Name }) =>
      controller.kind === 'web' && controller.hasUserInfo
        ? `${Name} holds credentials (${controller.scheme}://•••@${controller.host}): everyone who may list the numbers reads them, and they end up in logs and exports.`
        : null,
    ),
};

/** A query parameter of a controller whose name suggests a secret. */
export const secretInWebhook: NumberRule = {
  id: 'secret-in-webhook',
  level: 'warning',
  title: 'Secret in a webhook',
  remedy: 'Remove the secret from the address, and replace it with a new one: others have seen it.',
  check: (row) =>
    controllerRemarks(row, (controller, { field, Name }) => {
      if (controller.kind !== 'web') return null;
      const parameter = secretParameter(row[field] ?? '');
      if (parameter === null) return null;
      return `${Name} on ${controller.host} seems to hold a secret (?${parameter}=•••): everyone who may list the numbers reads it, and it ends up in logs and exports.`;
    }),
};
