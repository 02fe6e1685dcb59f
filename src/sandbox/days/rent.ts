import { drawTeamName } from '../data/draw-name.ts';
import { drawPhoneNumber } from '../data/draw-phone-number.ts';
import { drawToken } from '../data/draw-token.ts';
import { patternsOf } from '../data/numbering-plans.ts';
import { drawSid } from '../data/sid.ts';
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
