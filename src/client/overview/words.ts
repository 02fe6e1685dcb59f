import { formatCount } from '../lib/format.ts';
import { loadedNumbers, numbers, rows } from '../words/common.ts';

/** Texts of the overview. */
export const overview = 'Overview';
export const coversLoaded = (loaded: string) => `${loaded}. Charts show loaded numbers only.`;

export const table = 'Table';
export const showAsTable = (title: string) => `Show ${title} as table`;
export const asTable = (title: string) => `${title} as a table`;
export const save = 'Save';
export const savePicture = (title: string) => `Save ${title} as a picture`;
export const pictureFormats = {
  png: { label: 'PNG', hint: 'For documents, slides and mail' },
  svg: { label: 'SVG', hint: 'Sharp at any size' },
};
export const savedPicture = (title: string) => `Saved ${title}`;
export const pictureFailed = 'The picture could not be saved. Try again.';
export const andMore = (count: number) => `${formatCount(count)} more, not shown`;
export const coveredAt = (covered: string, moment: string) => `${covered} · ${moment}`;
export const tableOf = (title: string) => `${title}, table`;
export const mostFirst = (title: string) => `${title}, most numbers first`;
export const counted = (name: string, count: number) => `${name}: ${numbers(count)}`;
export const countedShare = (name: string, count: number, share: string) =>
  `${counted(name, count)}, ${share}`;
export const countOf = (count: number, share: string, total: string) =>
  `${numbers(count)} · ${share} of ${total}`;
export const lessThan = (share: string) => `<${share}`;
export const moreThan = (share: string) => `>${share}`;

export const ofNone = 'No numbers yet';
export const ofAll = (count: number) => (count === 1 ? numbers(count) : `All ${numbers(count)}`);
export const ofLoaded = (count: number) => loadedNumbers(count);
export const matchingAll = (matching: string, count: number) => `${matching} of ${numbers(count)}`;
export const matchingLoaded = (matching: string, count: number) =>
  `${matching} of ${loadedNumbers(count)}`;
export const cameBroken = (covered: string, skipped: number) =>
  `${covered}; ${rows(skipped)} skipped`;
export const noTotal = (covered: string) => `${covered}; total unknown`;

/** The headers of a picture's table. */
export const headers = {
  country: 'Country',
  code: 'Code',
  type: 'Type',
  capability: 'Capability',
  month: 'Month',
  destination: 'Destination',
  kind: 'Kind',
  numbers: 'Numbers',
  share: 'Share',
  plainHttp: 'Over plain http',
  finding: 'Finding',
  level: 'Level',
  added: 'New',
  gone: 'Gone',
};

export const findings = 'Findings';
export const byLevel = 'Findings by level';
export const byRule = 'Findings by rule';
export const noFindings = 'No number has an open finding.';
/** What a refresh changed in the findings. */
export const sinceRefresh = (time: string, changed: string) =>
  `Since the refresh at ${time}, in all loaded numbers: ${changed}.`;
export const nothingNew = 'no finding is new or gone';
export const added = (count: string) => `${count} new`;
export const gone = (count: string) => `${count} gone`;

export const byCountry = 'Numbers by country';
export const countries = 'Countries';
export const worldMap = 'World map of numbers; arrow keys go from country to country';
export const shades = 'Numbers by shade';
export const chosen = 'Chosen';
export const notChosen = 'Not chosen';
/** A filter that a figure shows beside the rest: `Chosen · Country: Germany`. */
export const chosenIn = (filter: string) => `${chosen} · ${filter}`;
export const enlargeEurope = 'Enlarge Europe';
export const showWorld = 'Show the world';
export const fromTo = (from: string, to: string) => `${from} to ${to}`;
export const elsewhere = (name: string, count: string) => `${name} (${count})`;
export const notOnMap = (countries: readonly string[]) => `Not on the map: ${countries.join(', ')}`;

export const byType = 'Numbers by type';
export const types = 'Types';

export const byCapability = 'Numbers by capability';
export const capabilities = 'Capabilities';
export const capability = {
  both: 'Voice and messages',
  voice: 'Voice only',
  messaging: 'Messages only',
  neither: 'Neither',
};

export const byMonth = 'Rented by month';
export const months = 'Months';
export const howToChooseMonths = 'Drag to select months. Keys: arrows, Shift to extend, Enter.';
export const monthsToFilterBy = 'Months to filter by';
export const from = 'From';
export const to = 'To';
export const everyMonthChosen = 'All months';
export const showEveryMonth = 'Show all months';

export const callsGo = 'Where calls go';
export const calls = 'calls';
export const messagesGo = 'Where messages go';
export const messages = 'messages';
export const kinds = { url: 'host', application: 'application', endpoint: 'endpoint' };
export const application = (sid: string) => `Application ${sid}`;
export const endpoint = (sid: string) => `Endpoint ${sid}`;
export const nowhere = 'Nowhere';
export const capabilityOff = 'Capability off';
export const plainHttp = 'over plain http';
export const someOverPlainHttp = (count: string) => `${count} over plain http`;
export const sendTo = (count: number, what: string, place: string) =>
  `${numbers(count)} ${count === 1 ? 'sends' : 'send'} ${what} to ${place}`;
export const sentence = (sent: string) => `${sent}.`;
export const allPlainHttp = (sent: string) => `${sent}, all over plain http.`;
export const partPlainHttp = (sent: string, count: string) =>
  `${sent}, ${count} of them over plain http.`;
export const leadNowhere = (count: number, what: string) =>
  count === 1
    ? `${numbers(count)} accepts ${what} but has no destination.`
    : `${numbers(count)} accept ${what} but have no destination.`;

/** The effects of the keys of pictures, for the sheet of keys. */
export const keys = {
  onMap: 'On the world map',
  otherCountry: 'Country with more or fewer numbers',
  endCountry: 'Country with the most or the fewest numbers',
  chooseCountry: 'Select or deselect the country',
  onMonths: 'On the months',
  otherMonth: 'Previous or next month',
  extendMonths: 'Select more or fewer months',
  otherYear: 'Next or previous year',
  endMonth: 'First or last month',
  chooseMonths: 'Filter by the selected months',
  everyMonth: 'Show all months',
};
