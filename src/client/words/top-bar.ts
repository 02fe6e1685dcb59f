/** Texts of the head of the page. */
export const accountSid = 'account SID';
export const sandbox = 'Sandbox data';
export const live = 'Live';
export const commands = 'Commands';
export const commandsHint = 'Commands: find a number, filter, sort, export';
export const commandsKeys = (ctrl: string) => `${ctrl} K`;
export const lightTheme = 'light';
export const darkTheme = 'dark';
export const useTheme = (theme: string, isKept: boolean) =>
  `Use the ${theme} theme${isKept ? '' : ' until you leave this page'}`;
export const signOut = 'Sign out';
export const signOutFailed = 'Signing out failed';
export const stillSignedIn = 'You are still signed in: the server cannot reach its store';

export const view = 'View';
export const table = 'Table';
export const overview = 'Overview';
export const history = 'History';
