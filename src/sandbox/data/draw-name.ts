import type { Random } from './random.ts';

export const purposes = [
  'Support',
  'Sales',
  'Reception',
  'Billing',
  'Delivery',
  'Night line',
  'Clinic',
];
const teams = ['north', 'south', 'web', 'partners', 'retail', 'trial', 'VIP', 'old contract'];

/** Text that breaks exports, alignment and naive truncation. */
const awkwardNames: readonly string[] = [
  '=SUM(A1)',
  'خط الدعم الرئيسي',
  'קו תמיכה 24/7',
  'Support ☎️ 👩‍💻',
  'Café Zürich – Größe Ñandú',
  'Smith, "Bob" & Sons; <b>main</b>',
  '  padded  name  ',
  '客服热线 (上海)',
];

/** Rows from one awkward name to the next; even a few hundred rows show some. */
const AWKWARD_EVERY = 131;

/** A name that says what a number is for, such as `Support north`. */
export const drawTeamName = (random: Random): string =>
  `${random.pick(purposes)} ${random.pick(teams)}`;

/**
 * The optional `name` of a row: a string, null, or undefined for a row without the key.
 *
 * The field is in a newer copy of the vendor's page only, so about half of the rows lack it.
 */
export function drawName(random: Random, position: number): string | null | undefined {
  if (position % AWKWARD_EVERY === 5) {
    return awkwardNames[Math.floor(position / AWKWARD_EVERY) % awkwardNames.length];
  }
  const kind = random.next();
  if (kind < 0.45) return undefined;
  if (kind < 0.55) return null;
  if (kind < 0.7) return `NumberPool_${1 + random.below(40)}`;
  return drawTeamName(random);
}
