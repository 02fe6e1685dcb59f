import type { FailureKind } from './sign-in-failure.ts';

/** Why signing in failed: of a failure at the provider, or of this server. */
export type PageKind = FailureKind | 'busy' | 'internal';

interface PageWords {
  title: string;
  text: string;
}

export const signInWords = {
  app: 'Rented Numbers',
  done: 'You are signed in',
  opening: 'The dashboard opens in a moment.',
  open: 'Open the dashboard',
  again: 'Try again',
  asOther: 'Sign in as somebody else',
  failed: {
    elsewhere: {
      title: 'This sign-in cannot be finished here',
      text: 'It was begun in another browser or at another address, or more than ten minutes ago. Begin again in this browser.',
    },
    used: {
      title: 'This sign-in was used already',
      text: 'Each sign-in counts once. If the dashboard does not know you, sign in again.',
    },
    signed_out: {
      title: 'You have signed out at your company',
      text: 'That happened while you were being signed in here. Sign in again.',
    },
    refused: {
      title: 'Your company’s sign-in said no',
      text: 'The sign-in was cancelled, or your company does not let you use this dashboard.',
    },
    reported: {
      title: 'Your company’s sign-in reported an error',
      text: 'Try again. If the error stays, tell the people who run the dashboard; the log names the error.',
    },
    away: {
      title: 'Your company’s sign-in does not answer',
      text: 'Try again in a moment. People who are signed in already can go on working.',
    },
    late: {
      title: 'The answer of your company’s sign-in is out of date',
      text: 'Try again. If the error stays, tell the people who run the dashboard that two clocks differ.',
    },
    distrusted: {
      title: 'The answer of your company’s sign-in cannot be trusted',
      text: 'You were not signed in. Try again. If the error stays, tell the people who run the dashboard; the log names the error.',
    },
    no_role: {
      title: 'You have no access',
      text: 'Your company knows you, but nobody has given you access to this dashboard. Ask the people who run the dashboard.',
    },
    busy: {
      title: 'Signing in is not possible right now',
      text: 'The dashboard server is busy, or a part of it does not answer. Try again in a moment.',
    },
    internal: {
      title: 'Signing in failed',
      text: 'Something failed in the dashboard server itself; its log says more.',
    },
  } satisfies Record<PageKind, PageWords>,
} as const;
