/** Texts of signing in. */
export const title = 'Sign in to Rented Numbers';
export const password = 'Password';
export const signIn = 'Sign in';
export const company = 'Sign in with your company';
export const companyApart =
  'Opens in a new tab. This page keeps its rows and continues afterwards.';
export const or = 'or';
export const signingIn = 'Signing in…';
export const failed = 'Signing in failed. Try again.';
export const refused = (title: string, detail: string) => `${title}. ${detail}`;
export const noCookie =
  'The password is correct, but this browser blocks cookies for this page. Allow cookies, then sign in again.';
export const noCookieOverHttp =
  'The password is correct, but this browser blocks cookies for this page. Allow cookies, or open the https address, then sign in again.';
export const wait = (title: string, seconds: string) =>
  `${title}. Wait ${seconds} s, then try again.`;
