import documented from '../documented-response.json' with { type: 'json' };

/**
 * For tests: the row of the vendor's documentation, with changes. Its two SIDs, which are
 * placeholders there, are made up.
 *
 * Source: Apifonica, "Get List of Rented Numbers", response sample.
 */
export const documentedRow = (
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  ...documented.numbers[0]!,
  number_sid: 'num00000000-0000-4000-8000-000000000001',
  account_sid: 'acc-test',
  ...changes,
});

/** For tests: a page as the vendor sends it, the last one unless `changes` say otherwise. */
export const wirePage = <Row>(numbers: Row[], changes: Readonly<Record<string, unknown>> = {}) => ({
  limit: 20,
  prev: null,
  next: null,
  numbers,
  ...changes,
});
