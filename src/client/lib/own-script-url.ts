/**
 * The folder that the page is served in: `/`, or one below it where the dashboard shares its origin
 * with other programs. One build serves below any path, so only the address tells.
 */
const basePath = (): string => new URL('.', location.href).pathname;

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

/** Only an asset of our own may run. */
function checked(url: string): string {
  const { origin, pathname } = new URL(url, location.href);
  const isAsset = ['assets/', 'src/'].some((folder) => pathname.startsWith(basePath() + folder));
  if (origin === location.origin && isAsset) return url;
  throw new TypeError('Only a script of this page can be started.');
}

// Not in TypeScript's DOM library yet; browsers without it take the string.
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('rented-numbers', { createScriptURL: checked });

/** The address of a worker as the content security policy wants it: made by our one named policy. */
export const ownScriptUrl = (url: string): string =>
  (policy ?? { createScriptURL: checked }).createScriptURL(url);
