import type { CheckLevel } from '#contract/checks-report.ts';
import { formatPlural } from '../lib/format.ts';

/** What the checks found, beside the rules' own sentences. */
export const checks = 'Checks';
export const byRule = 'Checks by rule';
export const checking = 'checking…';
export const levels: Record<CheckLevel, string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
};
export const levelFilters: Record<CheckLevel, string> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Infos',
};
export const foundByCheck = (level: string) => `${level} found by a check`;

export const allAccepted = 'all accepted';
export const toLookAt = (count: string) => `${count} to look at`;
export const finding = (level: string, title: string) => `${level}: ${title}`;
export const comparedLoadedOnly = 'Compared among the loaded numbers only.';
export const documentation = 'Apifonica’s documentation';
export const opensInNewTab = '(opens in a new tab)';

export const accepted = 'Accepted';
/** Before the reason, where one was given. */
export const acceptedOn = (
  { number_sid, note }: { number_sid?: string | undefined; note: string },
  day: string,
) => `${number_sid ? 'For this number' : 'For all numbers'}, on ${day}${note && ': '}`;
export const undoHere = (title: string) => `Undo: no longer accept ${title}`;
export const undoForAll = (title: string) => `Undo: no longer accept ${title} for all numbers`;
export const noLongerAccepted = 'No longer accepted';
export const undo = 'Undo';
export const acceptedHere = 'Accepted for this number';
export const acceptedForAll = 'Accepted for all numbers';
export const acceptFinding = (title: string) => `Accept ${title}…`;
export const acceptMore = 'Accept…';

export const acceptThis = 'Accept this finding';
export const whyMeant = 'Why it is meant (optional)';
export const acceptFor = 'Accept it for';
export const thisNumber = 'This number';
export const allNumbers = 'All numbers';
export const accept = 'Accept';

export const acceptedFindings = 'Accepted findings';
/** How many there are, and where they are kept. */
export function acceptedSoFar(count: number, isKept: boolean): string {
  if (!isKept) return `${count > 0 ? `${formatPlural(count, 'acceptance')}. ` : ''}${notKept}`;
  if (count === 0) return 'Nothing accepted in this browser.';
  return `${formatPlural(count, 'acceptance')}, kept in this browser only.`;
}
/** Where the browser keeps nothing. */
export const notKept =
  'This browser keeps nothing for this page: what you accept lasts until you leave it. Export it to keep it.';
export const exportAccepted = 'Export accepted';
export const importAccepted = 'Import accepted';
export const acceptedFile = 'File of accepted findings';
export const takenOver = (count: number) => `${formatPlural(count, 'acceptance')} taken over.`;
export const takenOverBut = (count: number, known: string) =>
  `${formatPlural(count, 'acceptance')} taken over, ${known} known here already.`;
export const nothingTaken = (why: string) => `${why} Nothing changed.`;
export const fileTooLarge = 'This file is too large to be one.';
export const fileUnreadable = 'This file could not be read.';
