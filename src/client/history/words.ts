import type { Snapshot } from '#contract/history.ts';
import type { ChangeKind } from '../fields/row-changes.ts';
import { formatCount, formatMoment, formatPlural } from '../lib/format.ts';
import { changeCounts } from '../list/history-words.ts';
import { inSentence, numbers } from '../words/common.ts';

/** Texts of the history: its timeline, the two days, and the differences between them. */
export const history = 'History';
export const timeline = 'Changes by snapshot';
export const howToChoose =
  'Select a bar to see its changes; drag for several. Keys: arrows, Shift to extend, Enter.';
export const from = 'From';
export const to = 'To';
export const days = 'Snapshots to compare';
export const kindsShown = 'Changes to show';
export const kinds: Record<ChangeKind, string> = {
  added: 'Added',
  gone: 'Gone',
  changed: 'Changed',
  passed: 'Came and went',
};
export const signs: Record<ChangeKind, string> = {
  added: '+',
  gone: '−',
  changed: '±',
  passed: '×',
};

export const moment = ({ asOf }: Pick<Snapshot, 'asOf'>) => formatMoment(asOf);
export const between = (earlier: string, later: string) => `${earlier} to ${later}`;
/** The changes from one snapshot to another; the days may be in either order. */
export const changesBetween = (from: Pick<Snapshot, 'asOf'>, to: Pick<Snapshot, 'asOf'>) =>
  `Changes from ${moment(from)} to ${moment(to)}`;
export const barWords = (when: string, counts: string) => `${when}: ${counts}`;
export const counted = changeCounts;
export const tip = (counts: string, count: number) => `${counts} · ${numbers(count)}`;

/** Before the old and the new value, for a screen reader. */
export const was = 'was ';
export const now = ', now ';
export const nothing = 'not set';
export const oldToNew = (old: string, now: string) => `${old || nothing} → ${now || nothing}`;
export const inColumn = (label: string, change: string) => `${label}: ${change}`;
const inColumns = (what: string, labels: readonly string[]) =>
  [what, labels.join(', ')].filter(Boolean).join(': ');
/** The sign of a row, in words. */
export const rowWords = (kind: ChangeKind) => inSentence(kinds[kind]);
export const changedIn = (labels: readonly string[]) => inColumns(rowWords('changed'), labels);

type Day = Pick<Snapshot, 'asOf'>;
/** What became of a number: between two snapshots that follow one another. */
const notAnyMore = (kind: 'gone' | 'passed') => (earlier: Day, later: Day) =>
  `${kinds[kind]}: last seen ${moment(earlier)}, not there any more ${moment(later)}`;
export const turned = {
  gone: notAnyMore('gone'),
  passed: notAnyMore('passed'),
  added: (earlier: Day, later: Day) =>
    `${kinds.added}: there since ${moment(later)}, not there ${moment(earlier)}`,
};
/** The same between two days with others in between, or the way back. */
export const differs = {
  gone: (from: Day, to: Day) => `${kinds.gone}: there ${moment(from)}, not there ${moment(to)}`,
  passed: (from: Day, to: Day) =>
    `${kinds.passed}: not there ${moment(from)} and ${moment(to)}, but in between`,
  added: (from: Day, to: Day) => `${kinds.added}: not there ${moment(from)}, there ${moment(to)}`,
};
export const changedFields = (labels: readonly string[]) => inColumns(kinds.changed, labels);

export const comparing = 'Comparing the two lists…';
export const compared = (read: number) => `Comparing the two lists: ${numbers(read)} so far`;
export const differing = (count: number) =>
  count === 0 ? 'No differences' : formatPlural(count, 'difference');
export const swap = 'Swap';
export const nextAt = (iso: string) => `Next snapshot ${formatMoment(iso)}`;

export const off = 'No history is kept here';
export const offDetail = 'The operator of this server can turn it on with the setting HISTORY.';
export const showTable = 'Show the table';
export const none = 'No snapshots yet';
export const noneDetail = (next: string | null) =>
  next === null
    ? 'A snapshot keeps the whole list. From the second one on, the differences are shown here.'
    : `The first is taken ${formatMoment(next)}. From the second one on, the differences are shown here.`;
export const takingFirst = 'The whole list is being read now.';
export const one = 'One snapshot so far';
export const oneDetail = (only: Snapshot, next: string | null) =>
  [
    `It has ${numbers(only.total)}, as of ${moment(only)}.`,
    next === null
      ? 'The next one shows what has changed since.'
      : `The next one, ${formatMoment(next)}, shows what has changed since.`,
  ].join(' ');
export const oldest = 'Nothing is kept from before this snapshot';
export const oldestDetail = (oldest: Snapshot) =>
  `${moment(oldest)} is the oldest snapshot. Compare with a later one.`;
export const same = 'This is one and the same snapshot';
export const sameDetail = 'Choose two different ones to compare.';
export const gone = 'This snapshot is not there any more';
export const goneDetail = 'Old snapshots are removed after a while, or the link is mistyped.';
export const compareNewest = 'Compare the newest two';
export const compareWithNewest = 'Compare with the newest';
export const noDifferences = 'No differences';
export const noDifferencesDetail = (from: Snapshot, to: Snapshot) =>
  `Nothing was added, gone or changed from ${moment(from)} to ${moment(to)}.`;
export const noMatch = (count: number) => `No match in ${formatPlural(count, 'difference')}`;
export const allKinds = 'Show all changes';
export const matching = (shown: number, all: number) =>
  `${formatCount(shown)} of ${formatPlural(all, 'difference')} ${shown === 1 ? 'matches' : 'match'}`;

/** A list that may be an error of the API. */
export const unconfirmed = ({ asOf, total, skipped, gone }: Snapshot, next: string | null) =>
  [
    `A list of ${numbers(total)}, ${formatMoment(asOf)}, lacks ${formatCount(gone)} of the last snapshot${skipped > 0 ? `, has ${formatPlural(skipped, 'unreadable row')}` : ''} and is not kept yet.`,
    next === null
      ? 'The next snapshot has to agree.'
      : `It is read again ${formatMoment(next)} and kept if both agree.`,
  ].join(' ');
export const failed = (at: string, { title, detail }: { title: string; detail: string }) =>
  `The last try, ${formatMoment(at)}, failed: ${title}. ${detail}`;
/** A compared list had invalid rows. */
export const unreadable = ({ asOf, skipped }: Snapshot) =>
  `${formatPlural(skipped, 'row')} of ${formatMoment(asOf)} ${skipped === 1 ? 'was' : 'were'} unreadable: such numbers are missing there, and may look added or gone.`;
