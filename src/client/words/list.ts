import { formatCount, formatPlural, isolate } from '../lib/format.ts';
import { numbers, rows } from './common.ts';
import * as kept from './kept.ts';

/** Texts of the foot, the notices, the empty table and the end of the list. */
export const whatIsLoaded = 'What is loaded';
export const loadingFirst = 'Loading the first numbers';
export const loadingAll = 'Loading the whole list';
export const readingAgain = 'Refreshing the list';
export const loaded = (count: string) => `${count} loaded, more available`;
export const paused = (count: string) => `Paused with ${count} loaded, more available`;
export const loadedWithout = (count: string, skipped: string, time: string) =>
  `${count} loaded, ${skipped} skipped, ${time}`;
export const noneAt = (time: string) => `No numbers (checked ${time})`;
export const onlyOneAt = (time: string) => `1 number, loaded ${time}`;
export const allAt = (count: string, time: string) => `All ${count} loaded, ${time}`;
/** For a list that filters were sent to Apifonica for. */
export const noMatchesAt = (filters: string, time: string) =>
  `No matches for ${filters} (checked ${time})`;
export const oneMatchAt = (time: string) => `1 match, loaded ${time}`;
export const allMatchesAt = (count: string, time: string) => `All ${count} matches loaded, ${time}`;
export const labelled = (label: string, value: string) => `${label}: ${isolate(value)}`;
export const nothingLoaded = 'Nothing loaded';
export const stopped = (count: string) => `${count} loaded, then stopped`;
export const because = (reach: string, why: string) => `${reach}: ${why}`;
export const soFar = (label: string, count: string) => `${label}: ${count} so far`;
export const nearlyDone = 'nearly done';
export const toGo = (count: string) => `about ${count} to go`;
export const about = (label: string) => `${label}, estimated progress`;
export const aSecond = (count: string) => `${count} a second`;
export const slow = 'Waiting for Apifonica, which is slow to answer…';

/** Follows what is loaded, while no row of some chosen values is here yet. */
export const notYetFrom = (unasked: string, all: string, what: string) =>
  `no rows yet from ${unasked} of ${all} ${what}`;
/** The remedy, where the page asks for no further ones by itself. */
export const loadAllBrings = (missing: string) => `${missing}: “Load all” brings them`;
export const chosen = {
  country_code: 'chosen countries',
  type: 'chosen types',
  both: 'combinations of country and type',
};

export const sortedBy = (column: string) => `Sorted by ${column}`;
export const sortedAll = (sorted: string, all: string) => `${sorted}, ${all}`;
export const sortedWithin = (sorted: string, among: string) => `${sorted} within ${among}`;
export const noMatch = (among: string) => `No match in ${among}`;
export const match = (found: number, among: string) =>
  `${formatCount(found)} of ${among} ${found === 1 ? 'matches' : 'match'}`;
export const checkingRows = 'Checking the loaded rows';
export const checkingRowsNow = 'Checking the loaded rows…';

export const retryIn = (seconds: string) => `Retry now (${seconds} s)`;
export const request = (id: string) => `Request ${id}`;
export const requestId = 'request id';

export const sentence = (words: string) => `${words}.`;
export const endOf = (count: number) => `End of list · ${numbers(count)}`;
export const endWithout = (count: number, skipped: number) =>
  `${endOf(count)}, ${rows(skipped)} skipped`;
export const loadingGoesOn = 'Still loading; rows appear as they arrive.';
export const loadingPaused = 'Loading is paused; more rows are available.';
export const endOfLoaded = 'Only loaded rows are sorted. Load more to include the rest.';
export const loadingNext = 'Loading…';
export const searchAll = 'Search all numbers';
/** A search or a loading was stopped, and the list from before is back. */
export const readIsKept = (count: number) =>
  `Stopped. The ${numbers(count)} read are kept for the next search or load`;
export const stopSearching = 'Stop searching';
export const searchingAll = 'Searching all numbers…';
const matches = (found: number) => formatPlural(found, 'match', 'matches');
const matchesSoFar = (found: number) => (found === 0 ? 'no match yet' : matches(found));
export const readSoFar = (read: string, found: number) => `${read} read, ${matchesSoFar(found)}`;
export const readOfAbout = (read: string, all: string, found: number) =>
  `${read} of about ${all} read, ${matchesSoFar(found)}`;
export const searchProgress = (progress: string) => `${searchingAll} ${progress}`;
export const searched = (count: string, found: number) =>
  `All ${count} searched: ${matches(found)}`;
export const searchedWithout = (count: string, skipped: string, found: number) =>
  `${count} searched, ${skipped} skipped: ${matches(found)}`;
/** A text that was searched for, isolated from the direction of the sentence. */
export const quoted = (text: string) => `“${isolate(text)}”`;
export const noMatchesFor = (sought: string) => `No matches for ${sought}`;
export const allSearched = (all: string, time: string) => `${all} searched, ${time}.`;
export const moreNotLoaded = 'More rows are available but not loaded.';
export const restArrives = 'The rest is being loaded and searched.';
export const rowsArrive = 'Rows appear as they arrive.';
export const findingsAppear = 'Rows with findings appear when the checks have run.';
export const clearSearch = 'Clear search';
export const clearFilters = 'Clear filters';
export const lookInside = 'Search for these digits anywhere';
export const noneReadable = 'No number could be read';
export const noneReadableDetail = (skipped: number) => `${leftOut(skipped)} ${leftOutDetail}`;
export const noneMatches = 'No rented number matches these filters';
export const noneMatchesDetail = (sought: string) =>
  `This is the complete result from Apifonica for ${sought}.`;
export const noneRented = 'This account rents no numbers';
export const noneRentedDetail =
  'Numbers appear here as soon as they are rented at Apifonica and the list is refreshed.';

export const dismiss = 'Dismiss';
export const restarted = 'Loading started again from the first page.';
export const restartedDetail =
  'Apifonica lost the position in the list. Your place is kept; numbers no longer rented stay until you refresh.';
export const leftOut = (skipped: number) => `${rows(skipped)} skipped: invalid data.`;
export const leftOutDetail = 'See the server log.';

export const changes = {
  added: (count: string) => `${count} new`,
  gone: (count: string) => `${count} gone`,
  changed: (count: string) => `${count} changed`,
};
export const nothingChanged = 'Nothing has changed';
export const since = (what: string, time: string) => `${what} since ${time}.`;
export const everyNumberAsItWas = 'No number was added, changed or removed.';
export const goneAmongBroken = (skipped: number) =>
  `${rows(skipped)} had invalid data. Numbers that seem gone may be among them.`;
export const markedUntilDismissed =
  'New and changed rows are marked until you dismiss this notice.';
export const notInListAnyMore = 'They are no longer in the list.';
export const showGone = (count: number) => `Show the ${numbers(count)} gone`;
export const noLongerListed = 'No longer listed';
export const showMarked = (count: number) => `Show the ${numbers(count)} marked`;
export const newOrChanged = 'New or changed';
export const theseNumbers = 'these numbers';
export const refusedAddress = (parts: string) => `Ignored in this link: ${parts}.`;
export const refusedAddressDetail = 'The rest of the link applies.';
export const moreListed = (count: string) => `${count} more; Copy takes all`;

/**
 * Each action on the loaded list. Its `label` stands beside the words of what is loaded, its `name`
 * anywhere else. The words under `also` find it in the palette, too.
 */
export const actions = {
  loadAll: { label: 'Load all', name: 'Load all', also: 'whole list everything' },
  refresh: { label: 'Refresh', name: 'Refresh', also: 'load again' },
  pause: { label: 'Pause', name: 'Pause loading', also: '' },
  resume: { label: 'Resume', name: 'Resume loading', also: 'load all' },
  cancel: { label: 'Cancel', name: 'Cancel loading', also: 'stop' },
  stopSearching: { label: 'Stop searching', name: 'Stop searching', also: 'cancel' },
  backToNow: { label: kept.backToNow, name: kept.backToNow, also: 'history snapshot present' },
  stopRefreshing: { label: 'Stop refreshing', name: 'Stop refreshing', also: '' },
};
