import type { NumberSelection } from '#contract/selection.ts';
import { chosenValues, type FacetName, facetNames, restTest } from './row-filter.ts';
import type { RowSet } from './row-set.ts';

/** How many rows have each value of a facet, among those that match everything but that facet. */
export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

const firstRoom = 256;

/**
 * Finds the rows that match in a set that grows: `run` looks at those added since the last time.
 * Choosing a value does not empty its own facet: a row that fails one facet only is counted there.
 */
export function createPass(set: RowSet, selection: NumberSelection, search: string | null) {
  const counts = facetNames.map((): number[] => []);
  const isNarrow = search !== null || Object.keys(selection).length > 0;
  let matches = new Uint32Array(firstRoom);
  let found = 0;
  let seen = 0;

  function keep(position: number) {
    if (found === matches.length) {
      const larger = new Uint32Array(2 * found);
      larger.set(matches);
      matches = larger;
    }
    matches[found] = position;
    found += 1;
  }

  function run() {
    const test = restTest(set, selection, search);
    const facets = facetNames.map((name, at) => ({
      codes: set.columns[name].codes,
      chosen: chosenValues(set, name, selection),
      ofValue: counts[at]!,
    }));
    for (; seen < set.rows.length; seen += 1) {
      if (test !== null && !test(seen)) continue;
      let failures = 0;
      let failed = facets[0];
      for (const facet of facets) {
        if (facet.chosen === null || facet.chosen[facet.codes[seen]!] === 1) continue;
        failures += 1;
        failed = facet;
      }
      if (failures > 1) continue;
      if (failures === 0 && isNarrow) keep(seen);
      for (const facet of facets) {
        if (failures === 1 && facet !== failed) continue;
        const code = facet.codes[seen]!;
        facet.ofValue[code] = (facet.ofValue[code] ?? 0) + 1;
      }
    }
  }

  function countsOf(name: FacetName): ReadonlyMap<string, number> {
    const byValue = new Map<string, number>();
    const { values } = set.columns[name];
    // A value that no row has is a hole in the array, which forEach passes by.
    counts[facetNames.indexOf(name)]?.forEach((rows, code) => {
      byValue.set(String(values[code]), rows);
    });
    return byValue;
  }

  return {
    run,
    /** The positions of the matching rows, ascending; null when all of them match. */
    matching: () => (isNarrow ? matches.subarray(0, found) : null),
    facetCounts: (): FacetCounts => ({
      country_code: countsOf('country_code'),
      type: countsOf('type'),
      voice: countsOf('voice'),
      messaging: countsOf('messaging'),
    }),
  };
}
