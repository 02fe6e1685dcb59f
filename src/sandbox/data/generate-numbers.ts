import type { NumberRow, NumberType } from '../schema.ts';
import { drawCapabilities } from './draw-capabilities.ts';
import { type Cohort, drawCohort, drawControllers, drawRouting } from './draw-destinations.ts';
import { drawPhoneNumber, drawSid, drawToken } from './draw-identifiers.ts';
import { drawName } from './draw-name.ts';
import { numberingPlans } from './numbering-plans.ts';
import { createRandom, type Random } from './random.ts';
import { rfc2822Date } from './rfc2822-date.ts';
import { weighted } from './weighted.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Fixed ends, never the clock: the same seed has to give the same inventory next year. */
const FIRST_RENTAL = Date.UTC(2016, 10, 1);
const LAST_CHANGE = Date.UTC(2026, 10, 20);

const drawOffset = weighted([
  [180, 40],
  [120, 25],
  [0, 20],
  [60, 10],
  [-300, 3],
  [330, 2],
]);

/**
 * When a number was rented and last changed, both RFC 2822 with the same numeric offset.
 *
 * @param backwards puts `updated` before `created`, as no healthy inventory would
 */
function drawDates(random: Random, backwards: boolean): Pick<NumberRow, 'created' | 'updated'> {
  const offset = drawOffset(random);
  const created = FIRST_RENTAL + random.below(LAST_CHANGE - FIRST_RENTAL - DAY);
  // A third of the numbers were never changed after the rental, which itself takes the vendor some
  // seconds.
  const age = random.chance(0.33)
    ? random.below(MINUTE)
    : random.below(LAST_CHANGE - created - MINUTE);
  const updated = backwards ? created - MINUTE - random.below(30 * DAY) : created + age;
  return { created: rfc2822Date(created, offset), updated: rfc2822Date(updated, offset) };
}

/**
 * Beyond this count the smallest numbering range (+883 5100) would run dry, and drawing would not
 * end.
 */
export const MAX_NUMBERS = 1_000_000;

/** About one row in 640 (1.6 per thousand) was "updated" before it was created. */
const BACKWARDS_EVERY = 640;

const drawType = weighted<NumberType>([
  ['local', 62],
  ['mobile', 27],
  ['toll_free', 6],
  ['sip', 5],
]);

const countryChooser = (type: NumberType) =>
  weighted(
    numberingPlans.flatMap((plan) => {
      const patterns = plan.patterns[type];
      return patterns ? [[{ ...plan, patterns }, plan.weight] as const] : [];
    }),
  );
const drawCountry = {
  local: countryChooser('local'),
  mobile: countryChooser('mobile'),
  toll_free: countryChooser('toll_free'),
  sip: countryChooser('sip'),
} satisfies Record<NumberType, unknown>;

/**
 * An account's rented numbers, every documented field on every row (plus `name` on some).
 *
 * Deterministic: the same seed, count and account give the same rows in the same order. Like the
 * vendor's undocumented order, it is not sorted by number, country or date. About 8 microseconds a
 * row here.
 *
 * @param count 0 to 1,000,000; throws RangeError otherwise
 */
export function generateNumbers(count: number, seed: number, accountSid: string): NumberRow[] {
  if (!Number.isInteger(count) || count < 0 || count > MAX_NUMBERS) {
    throw new RangeError(`The sandbox rents 0 to ${MAX_NUMBERS} numbers, not ${count}`);
  }
  const random = createRandom(seed);
  const applications = Array.from({ length: 6 }, () => drawSid('app', random));
  const cohorts = new Map<string, Cohort>();
  const taken = new Set<string>();

  const cohortOf = (slug: string) => {
    const known = cohorts.get(slug) ?? drawCohort(slug, random);
    cohorts.set(slug, known);
    return known;
  };

  return Array.from({ length: count }, (_, position): NumberRow => {
    const type = drawType(random);
    const country = drawCountry[type](random);
    const cohort = cohortOf(`${country.code.toLowerCase()}-${type.replace('_', '-')}`);
    const name = drawName(random, position);
    const capabilities = drawCapabilities(type, random);
    const controllers = drawControllers(cohort, capabilities, random);
    const routing = drawRouting(type, applications, random);
    const dates = drawDates(random, position % BACKWARDS_EVERY === 77);
    return {
      number_sid: drawSid('num', random),
      account_sid: accountSid,
      number: drawPhoneNumber(country.patterns, random, taken),
      ...(name !== undefined && { name }),
      token: drawToken(type, random),
      country_code: country.code,
      country_name: country.name,
      type,
      ...controllers,
      msg_app_sid: routing.msg_app_sid,
      call_app_sid: routing.call_app_sid,
      endpoint_sid: routing.endpoint_sid,
      ...dates,
      ...capabilities,
      mode: routing.mode,
    };
  });
}
