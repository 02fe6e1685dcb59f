import type { CheckLevel } from '#contract/checks-report.ts';
import { formatPlural } from '../lib/format.ts';

/** Texts about findings. The rules bring their own sentences. */
export const checks = 'Checks';
export const byRule = 'Checks by rule';
export const checking = 'checking…';
export const levels: Record<CheckLevel, string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Notice',
};
export const levelFilters: Record<CheckLevel, string> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Notices',
};
export const foundByCheck = (level: string) => `${level} found by a check`;

export const allAccepted = 'all accepted';
export const openFindings = (count: number) => formatPlural(count, 'open finding');
export const finding = (level: string, title: string) => `${level}: ${title}`;
/** Stands before the remedy, for a screen reader. */
export const remedy = 'How to mend it: ';
/** Stands before a title, for a screen reader. */
export const ofLevel = (level: string) => `${level}: `;
export const more = (count: string) => `+${count}`;
export const andMore = (count: string) => ` and ${count} more`;
/** For a row whose checks have not run yet, on paper and in files. */
export const notChecked = 'not checked yet';
export const comparedLoadedOnly = 'Compared with loaded numbers only.';
export const documentation = 'Apifonica’s documentation';
export const opensInNewTab = '(opens in a new tab)';

/** The name of what is said at the last finding of the table. */
export const findings = 'Findings';
/** The effect of the keys, for the sheet of keys. */
export const toFinding = 'Next or previous number with a finding';
export const nextFinding = 'Next finding';
export const previousFinding = 'Previous finding';
export const rowsShown = (rows: string) => `the ${rows} shown`;
export const noFurther = (among: string) => `No further finding in ${among}.`;
export const noEarlier = (among: string) => `No earlier finding in ${among}.`;
export const stillLoading = 'Rows are still being loaded.';
export const findingsAwaited = 'No further finding yet: rows are still being checked.';
export const dismiss = 'Dismiss';
export const noFindings = 'no findings';

export const accepted = 'Accepted';
/** Stands before the reason, if there is one. */
export const acceptedOn = (
  { number_sid, note }: { number_sid?: string | undefined; note: string },
  day: string,
) => `${number_sid ? 'For this number' : 'For all numbers'}, on ${day}${note && ': '}`;
export const undoHere = (title: string) => `Undo accepting ${title}`;
export const undoForAll = (title: string) => `Undo accepting ${title} for all numbers`;
export const noLongerAccepted = 'No longer accepted';
export const undo = 'Undo';
export const acceptedHere = 'Accepted for this number';
export const acceptedForAll = 'Accepted for all numbers';
export const acceptFinding = (title: string) => `Accept ${title}…`;
export const acceptMore = 'Accept…';

export const acceptThis = 'Accept this finding';
export const reason = 'Reason (optional)';
export const acceptFor = 'Accept for';
export const thisNumber = 'Only this number';
export const allNumbers = 'This rule for all numbers';
export const accept = 'Accept';
/** Below the reason, before a finding is accepted. */
export const storedHere =
  'Stored in this browser: other people and browsers still see the finding.';
/** What was done, and how far it reaches. */
export const doneHere = (done: string, isKept: boolean) =>
  isKept ? `${done} in this browser` : `${done}. ${notKept}`;

/** Accepting a rule for the selected numbers. */
export const acceptSelected = 'Accept findings…';
const nothingYet = (why: string) => `${acceptSelected}: ${why}`;
export const noneToAccept = nothingYet('the selected numbers have no open finding');
/** With numbers that another filter brought: they are not compared with others. */
export const noneToAcceptAlone = nothingYet(
  'the selected numbers have no open finding; those outside this list were checked by themselves',
);
export const stillChecking = nothingYet('still checking the selected numbers');
export const whichFinding = 'Accept for the selected numbers';
export const acceptForNumbers = (numbers: string) => `Accept for ${numbers}`;
export const acceptedFor = (title: string, numbers: string) => `Accepted ${title} for ${numbers}`;

export const acceptedFindings = 'Accepted findings';
/** The count of accepted findings, and where they are stored. */
export function acceptedSoFar(count: number, isKept: boolean): string {
  const findings = formatPlural(count, 'accepted finding');
  if (!isKept) return count > 0 ? `${findings}. ${notKept}` : notKept;
  return count > 0 ? `${findings}, stored in this browser.` : 'No accepted findings.';
}
/** For a browser that stores nothing. */
export const notKept =
  'This browser stores nothing for this page. Accepted findings last until you leave; export them to keep them.';
export const exportAccepted = 'Export accepted';
export const exportedAccepted = (count: number) =>
  `Exported ${formatPlural(count, 'accepted finding')}`;
export const importAccepted = 'Import accepted';
export const acceptedFile = 'File of accepted findings';
export const takenOver = (count: number) => `${formatPlural(count, 'accepted finding')} imported`;
export const takenOverBut = (count: number, known: string) =>
  `${formatPlural(count, 'accepted finding')} imported, ${known} already here`;
export const nothingTaken = (why: string) => `${why} Nothing changed.`;
export const fileTooLarge = 'This file is too large for accepted findings.';
export const fileUnreadable = 'This file could not be read.';
