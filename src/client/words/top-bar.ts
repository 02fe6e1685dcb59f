/** The head of the page. */
export const accountSid = 'account SID';
export const sandbox = 'Sandbox data';
export const live = 'Live';
export const commandsNumberOrCommand = 'Commands: Number or command';
export const numberOrCommand = 'Number or command';
export const useLightTheme = 'Use the light theme';
export const useDarkTheme = 'Use the dark theme';
export const signOut = 'Sign out';
export const signOutFailed = 'Signing out failed';

export const view = 'View';
export const table = 'Table';
export const overview = 'Overview';
