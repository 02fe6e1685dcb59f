/** A longer address would not fit into a cookie beside those of other attempts. */
const mostLength = 1000;

/**
 * The address to open after signing in, as path, query and fragment of our own page.
 *
 * @param asked from a link, so from anybody: an address relative to the page. Anything but our own
 *   page becomes the page without a query.
 * @param home the address of our page.
 */
export function wayBack(asked: string | undefined, home: URL): string {
  if (asked === undefined || asked.length > mostLength || !URL.canParse(asked, home.href)) {
    return home.pathname;
  }
  const { origin, pathname, search, hash } = new URL(asked, home);
  const isOwn = origin === home.origin && pathname === home.pathname;
  return isOwn ? pathname + search + hash : home.pathname;
}
