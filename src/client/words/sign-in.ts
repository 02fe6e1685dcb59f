/** Signing in. */
export const title = 'Sign in to Rented Numbers';
export const password = 'Password';
export const signIn = 'Sign in';
export const signingIn = 'Signing in…';
export const failed = 'Signing in failed. Try again.';
export const refused = (title: string, detail: string) => `${title}. ${detail}`;
export const noCookie =
  'The password is right, but this browser keeps no cookie of this page. Allow cookies for this page, then sign in again.';
export const noCookieOverHttp =
  'The password is right, but this browser keeps no cookie of this page. Allow cookies for this page, or open its https address, then sign in again.';
export const wait = (title: string, seconds: string) =>
  `${title}. Wait ${seconds} s, then try again.`;
