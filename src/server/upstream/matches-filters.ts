import { type FilterName, filterNames, type NumberFilters } from '#contract/filters.ts';
import { numberLine } from '#contract/number-line.ts';
import { identifyNumber } from './identify-number.ts';
import type { WireNumber } from './wire.ts';

type FilteredRow = Pick<WireNumber, FilterName>;

const digits = (number: string) => number.replace(/^\+/, '');

/** An upstream that ignores upper and lower case has answered correctly, too. */
const isSame = (a: string, b: string) => a === b || a.toLowerCase() === b.toLowerCase();

/** Whether a row has the requested number, whatever the form of either. */
function hasNumber(row: FilteredRow, number: string): boolean {
  if (digits(row.number) === number) return true;
  const own = identifyNumber(row.number, row.country_code).number_e164;
  const asked = identifyNumber(number, row.country_code).number_e164;
  return own !== null && asked !== null && numberLine(own) === numberLine(asked);
}

type Tests = {
  [Name in FilterName]: (row: FilteredRow, value: NonNullable<NumberFilters[Name]>) => boolean;
};

const tests: Tests = {
  number: hasNumber,
  country_code: (row, value) => isSame(row.country_code, value),
  country_name: (row, value) => isSame(row.country_name, value),
  type: (row, value) => isSame(row.type, value),
  voice: (row, value) => row.voice === value,
  messaging: (row, value) => row.messaging === value,
};

function matches<Name extends FilterName>(row: FilteredRow, filters: NumberFilters, name: Name) {
  const value: NumberFilters[Name] | undefined = filters[name];
  return value === undefined || tests[name](row, value);
}

/** Whether a row matches the filters; the upstream's filters are exact, so values must be equal. */
export const matchesFilters = (row: FilteredRow, filters: NumberFilters): boolean =>
  filterNames.every((name) => matches(row, filters, name));
