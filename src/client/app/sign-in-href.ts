/**
 * The address that signs in at the company's identity provider and then returns to this page.
 * Relative, as the page may be below a path.
 *
 * @param search the query string of the page's address.
 */
export const signInHref = (search: string): string =>
  `sign-in?${new URLSearchParams({ to: `./${search}` })}`;
