import { numbers, rows } from './common.ts';

/** The list: how far it reaches, what is being loaded, and what stands where no row is. */
export const whatIsLoaded = 'What is loaded';
export const loadingFirst = 'Loading the first numbers';
export const loadingAll = 'Loading the whole list';
export const readingAgain = 'Reading the list again';
export const loaded = (count: string) => `${count} loaded, more at Apifonica`;
export const paused = (count: string) => `Paused with ${count} loaded, more at Apifonica`;
export const loadedWithout = (count: string, skipped: string, time: string) =>
  `${count} loaded, ${skipped} left out, at ${time}`;
export const noneAt = (time: string) => `None at Apifonica at ${time}`;
export const onlyOneAt = (time: string) => `The only one loaded at ${time}`;
export const allAt = (count: string, time: string) => `All ${count} loaded at ${time}`;
export const labelled = (label: string, value: string) => `${label}: ${value}`;
export const askedFor = (filters: string) => `of those with ${filters}`;
export const nothingLoaded = 'Nothing loaded';
export const stopped = (count: string) => `${count} loaded, then stopped`;
export const because = (reach: string, why: string) => `${reach}: ${why}`;
export const soFar = (label: string, count: string) => `${label}: ${count} so far`;
export const nearlyDone = 'nearly done';
export const toGo = (count: string) => `about ${count} to go`;
export const about = (label: string) => `${label}, about`;
export const aSecond = (count: string) => `${count} a second`;
export const slow = 'Waiting for Apifonica, which is slow to answer…';

export const sortedBy = (column: string) => `Sorted by ${column}`;
export const sortedAll = (sorted: string, all: string) => `${sorted}, ${all}`;
export const sortedWithin = (sorted: string, among: string) => `${sorted} within ${among}`;
export const noMatch = (among: string) => `No match in ${among}`;
export const match = (found: string, among: string) => `${found} of ${among} match`;
export const checkingRows = 'Checking the loaded rows';
export const checkingRowsNow = 'Checking the loaded rows…';

export const refresh = 'Refresh';
export const pause = 'Pause';
export const loadAll = 'Load all';
export const stopRefreshing = 'Stop refreshing';
export const goesOnIn = (seconds: string) => `Goes on in ${seconds} s`;
export const request = (id: string) => `Request ${id}`;
export const requestId = 'request id';

export const sentence = (words: string) => `${words}.`;
export const allOf = (count: number) =>
  count === 1 ? 'That is the only number.' : `That is all ${numbers(count)}.`;
export const endOf = (count: number, skipped: number) =>
  `That is the end: ${numbers(count)}, ${rows(skipped)} left out.`;
export const loadingGoesOn = 'Loading goes on; rows appear here as they arrive.';
export const loadingPaused = 'Loading is paused; Apifonica has more.';
export const endOfLoaded = 'End of the loaded rows. Apifonica has more, not sorted yet.';
export const loadingNext = 'Loading…';
export const stopSearching = 'Stop searching';
export const searchTheRest = 'Search the rest';

export const searchingTheRest = (looked: string) => `Searching the rest: none in ${looked} so far`;
export const moreNotLoaded = 'Apifonica has more rows that are not loaded yet.';
export const restArrives = 'The rest is being loaded and looked through as it arrives.';
export const rowsArrive = 'Rows appear here as they arrive.';
export const findingsAppear = 'Those with findings appear here.';
export const resumeLoading = 'Resume loading';
export const clearSearch = 'Clear search';
export const clearFilters = 'Clear filters';
export const lookInside = 'Look for these digits inside numbers';
export const noneReadable = 'No number could be read';
export const noneReadableDetail = (skipped: number) =>
  `Apifonica sent ${rows(skipped)} broken; the server’s log names the fields.`;
export const noneMatches = 'No rented number matches these filters';
export const noneMatchesDetail =
  'Apifonica was asked with exactly these filters, so this is the whole answer.';
export const noneRented = 'This account rents no numbers';
export const noneRentedDetail =
  'Numbers appear here as soon as they are rented at Apifonica and the list is refreshed.';

export const dismiss = 'Dismiss';
export const restarted = 'The list was started again.';
export const restartedDetail =
  'Apifonica had forgotten our place in it. Yours is kept; numbers given back meanwhile stay until you refresh.';
export const leftOut = (skipped: number) => `${rows(skipped)} left out.`;
export const leftOutDetail = 'Apifonica sent them broken; the server’s log names the fields.';

export const changes = {
  added: (count: string) => `${count} new`,
  gone: (count: string) => `${count} gone`,
  changed: (count: string) => `${count} changed`,
};
export const nothingChanged = 'Nothing has changed';
export const since = (what: string, time: string) => `${what} since ${time}.`;
export const everyNumberAsItWas = 'Every number is as it was.';
export const goneAmongBroken = (skipped: number) =>
  `${rows(skipped)} came broken: numbers gone may be among them.`;
export const markedUntilDismissed = 'New and changed rows are marked until you dismiss this.';
export const notInListAnyMore = 'They are not in the list any more.';
export const showGone = (count: number) => `Show the ${numbers(count)} gone`;
export const noLongerListed = 'No longer listed';
export const showMarked = (count: number) => `Show the ${numbers(count)} marked`;
export const newOrChanged = 'New or changed';
export const theseNumbers = 'these numbers';
export const refusedAddress = (parts: string) => `The address has what cannot be read: ${parts}.`;
export const refusedAddressDetail = 'It was left out.';
export const moreListed = (count: string) => `and ${count} more; Copy takes every one`;
