export interface RowTest {
  /** Names the test: two tests with different names are different questions. */
  key: string;
  passes: (position: number) => boolean;
}

/** Joins tests: a row has to pass all of them. Null without a test. */
export function joinTests(...tests: readonly (RowTest | null)[]): RowTest | null {
  const wanted = tests.filter((test) => test !== null);
  const [only] = wanted;
  if (wanted.length < 2) return only ?? null;
  return {
    key: JSON.stringify(wanted.map(({ key }) => key)),
    passes: (position) => wanted.every((test) => test.passes(position)),
  };
}
