import { drawPhoneNumber, drawSid, drawToken } from '../data/draw-identifiers.ts';
import { drawTeamName, purposes } from '../data/draw-name.ts';
import { patternsOf } from '../data/numbering-plans.ts';
import { weighted } from '../data/weighted.ts';
import type { InventoryRow } from '../matches-filters.ts';
import type { Day } from './day.ts';

/** A place of the list may be empty, and a type without numbering plan cannot be rented. */
const TRIES = 50;

interface Model {
  readonly row: InventoryRow;
  readonly patterns: readonly string[];
}

/** A number of the list that new ones are like; null where none was found. */
function findModel({ list, random }: Day): Model | null {
  if (list.length === 0) return null;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const row = random.pick(list);
    const patterns = row && patternsOf(row.country_code, row.type);
    if (row && patterns) return { row, patterns };
  }
  return null;
}

/** A new number of the same country and type, with the same destinations. */
function rentLike({ row, patterns }: Model, name: string | null, day: Day) {
  const { random, taken } = day;
  const created = day.moment(row.created);
  day.list.push({
    ...row,
    number_sid: drawSid('num', random),
    number: drawPhoneNumber(patterns, random, taken),
    name,
    token: drawToken(row.type, random),
    endpoint_sid: row.endpoint_sid === null ? null : drawSid('end', random),
    created,
    updated: created,
  });
}

/** Rents some numbers here and there. An account without numbers rents none. */
export function rentSome(day: Day, count: number): void {
  for (let rented = 0; rented < count; rented += 1) {
    const model = findModel(day);
    const name = day.random.chance(0.6) ? drawTeamName(day.random) : null;
    if (model !== null) rentLike(model, name, day);
  }
}

/** Rents numbers of one country and type under one name, as for a campaign. */
export function rentForCampaign(day: Day, count: number): void {
  const model = findModel(day);
  if (model === null) return;
  const name = `Campaign ${1 + day.random.below(900)}`;
  for (let rented = 0; rented < count; rented += 1) rentLike(model, name, day);
}

type Change = (row: InventoryRow, day: Day) => Partial<InventoryRow>;

const changeName: Change = (_row, { random }) => ({
  name: random.chance(0.15) ? null : drawTeamName(random),
});

const changeDestination: Change = (row, { random }) => ({
  call_controller: `https://${random.pick(['ivr', 'voice', 'flows'])}.example.com/calls/v${2 + random.below(3)}`,
  call_method: row.call_method === 'POST' && random.chance(0.3) ? 'GET' : 'POST',
});

const changeMessaging: Change = ({ messaging }) =>
  messaging
    ? { messaging: false, msg_controller: '' }
    : { messaging: true, msg_controller: 'https://hooks.example.com/messages/inbox' };

const changeApplication: Change = ({ call_app_sid }, { random }) => ({
  call_app_sid:
    call_app_sid === 'default_call_app_sid' ? drawSid('app', random) : 'default_call_app_sid',
});

const drawChange = weighted<Change>([
  [changeName, 4],
  [changeDestination, 3],
  [changeMessaging, 2],
  [changeApplication, 1],
]);

/** The words that a renaming of many numbers puts in the place of each purpose. */
const otherWords: Readonly<Record<string, string>> = {
  Support: 'Helpdesk',
  Sales: 'Orders',
  Reception: 'Front desk',
  Billing: 'Accounts',
  Delivery: 'Dispatch',
  'Night line': 'Out of hours',
  Clinic: 'Practice',
};

function replace(day: Day, at: number, row: InventoryRow, change: Partial<InventoryRow>) {
  day.list[at] = { ...row, ...change, updated: day.moment(row.created) };
}

/** Changes a name, a destination, messaging or an application of some numbers. */
export function changeSome(day: Day, count: number): void {
  for (const { at, row } of day.pick(count)) {
    replace(day, at, row, drawChange(day.random)(row, day));
  }
}

/** Renames all numbers of one purpose, or gives them their first name back. */
export function renameMany(day: Day, round: number): void {
  const purpose = purposes[round % purposes.length] ?? '';
  const other = otherWords[purpose] ?? purpose;
  const isBack = Math.floor(round / purposes.length) % 2 === 1;
  const [from, to] = isBack ? [other, purpose] : [purpose, other];
  for (const { at, row } of day.pick(day.list.length)) {
    if (!row.name?.startsWith(`${from} `)) continue;
    replace(day, at, row, { name: to + row.name.slice(from.length) });
  }
}
