/** Anywhere in a name: `accessToken`, `client-secret`. */
const telling = /token|secret|passw|pwd|apikey|signature|credential|bearer|jwt|hmac/;

/** Too short to be looked for inside of other words (`monkey`, `signal`, `author`). */
const words = new Set(['key', 'pass', 'sig', 'auth', 'authorization', 'oauth']);

/** `apiKey`, `api_key`, `api.key` and `API-KEY` alike as `api`, `key`. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);

const isTelling = (name: string): boolean => {
  const parts = wordsOf(name);
  return telling.test(parts.join('')) || parts.some((part) => words.has(part));
};

/** A name that looks like one: with digits in it, the name may be the secret. */
const showable = /^[a-z][a-z._-]{0,23}$/i;

/**
 * The first parameter in the query of a URL that by its name holds a secret, as it may be shown: its
 * name, or `•••` where even that would tell too much. Null when there is none.
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
