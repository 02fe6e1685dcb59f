/** Texts about snapshots: lists that the server has kept. */
export const asOf = (moment: string) => `as of ${moment}`;
export const fromSnapshot = (time: string) => `from the snapshot of ${time}`;
/** A phrase about rows of a snapshot; its moment is known once its list is here. */
export const ofMoment = (phrase: string, moment: string) => `${phrase} as of ${moment}`;
export const ofSnapshot = (phrase: string) => `${phrase} of a snapshot`;

export const badge = 'Snapshot';
export const snapshot = 'A snapshot, not the list of now';
export const title = (moment: string) => `The list as of ${moment}`;
export const notNow = 'A kept list. Numbers may have changed since.';
export const opening = 'Opening a snapshot';
export const notOpened = 'This snapshot could not be opened';
export const backToNow = 'Back to now';
export const nowShown = 'The list of now is shown';

export const lastWholeList = (moment: string) => `Show the last whole list, ${moment}`;
export const lookAmongGone = (day: string) => `Look among the numbers that are gone since ${day}`;
export const showListAsOf = (moment: string) => `Show the list as of ${moment}`;

export const loaded = (count: string) => `${count} of a snapshot loaded`;
export const none = 'No numbers';
export const at = (what: string, time: string) => `${what}, ${time}`;
export const noneMatchesDetail = 'This is the complete result from the snapshot.';
export const noneRented = (moment: string) => `This account rented no numbers as of ${moment}`;
export const noneRentedDetail = 'The snapshot holds an empty list.';
export const notInSnapshot = (moment: string) => `This number was not in the list as of ${moment}.`;
export const notInThisSnapshot = 'This number is not in the part of the snapshot that was read.';
