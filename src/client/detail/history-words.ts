import { inSentence } from '../words/common.ts';

/** Texts about a number's history in its details. */
export const history = 'History';
/** Names the section apart from the view of the history. */
export const ownHistory = 'History of this number';
export const loading = 'Loading the history of this number…';
export const firstSeen = 'First seen';
export const lastSeen = 'Last seen';
/** For a number that the oldest snapshot has already. */
export const orEarlier = 'or earlier';
export const changes = 'Changes';
export const kinds = { added: 'Added', gone: 'Gone', changed: 'Changed' };
export const noChanges = 'No changes.';
export const neverSeen = 'No snapshot has this number.';
export const keptSince = (day: string) => `Snapshots are kept since ${day}.`;
export const noneKept = 'No snapshot is kept yet.';
export const showListAsOf = (moment: string) => `Show the list as of ${moment}`;
/** Stands between an old value and a new one, for a screen reader. */
export const became = ' became ';
export const arrow = ' → ';
/** `Voice controller`: the label of a field outside of its group. */
export const fieldOf = (group: string, label: string) => `${group}: ${inSentence(label)}`;
export const more = (count: string) => `Show ${count} more`;
