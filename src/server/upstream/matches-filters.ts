import type { NumberFilters } from '#contract/filters.ts';
import { numberLine } from '#contract/number-line.ts';
import { identifyNumber } from './identify-number.ts';
import type { WireNumber } from './wire.ts';

const digits = (number: string) => number.replace(/^\+/, '');

/** An upstream that ignores upper and lower case has answered correctly, too. */
const isSame = (a: string, b: string) => a === b || a.toLowerCase() === b.toLowerCase();

/** Whether a row has the requested number, whatever the form of either. */
function hasNumber(row: WireNumber, number: string): boolean {
  if (digits(row.number) === number) return true;
  const own = identifyNumber(row.number, row.country_code).number_e164;
  const asked = identifyNumber(number, row.country_code).number_e164;
  return own !== null && asked !== null && numberLine(own) === numberLine(asked);
}

/** Whether a row matches the filters; the upstream's filters are exact, so values must be equal. */
export function matchesFilters(row: WireNumber, filters: NumberFilters): boolean {
  const { number, country_code, country_name, type, voice, messaging } = filters;
  return (
    (number === undefined || hasNumber(row, number)) &&
    (country_code === undefined || isSame(row.country_code, country_code)) &&
    (country_name === undefined || isSame(row.country_name, country_name)) &&
    (type === undefined || isSame(row.type, type)) &&
    (voice === undefined || row.voice === voice) &&
    (messaging === undefined || row.messaging === messaging)
  );
}
