import { filterEntries, type NumberFilters } from '#contract/filters.ts';
import { type Cell, hasRowsIn } from './cells.ts';
import { byCapability, byCountry, byType } from './divide.ts';

interface Candidate {
  filters: NumberFilters;
  /** The sets it was divided from, as keys, and itself last. */
  path: string[];
  /** Rows of it that were seen. */
  size: number;
}

/** Says which chain to begin next to have the rows early; each row is asked for by one at the most. */
export interface EarlyPlan {
  /** @returns null when nothing is left to begin, as far as is known. */
  next(cells: readonly Cell[]): NumberFilters | null;
}

const keyOf = (filters: NumberFilters) => JSON.stringify(filterEntries(filters));

const sizeOf = (cells: readonly Cell[]) => cells.reduce((sum, { count }) => sum + count, 0);

/** The next smaller sets; none when it is as small as filters can make it. */
function divide(filters: NumberFilters, cells: readonly Cell[]): NumberFilters[] {
  if (filters.type === undefined) return byType(filters, cells);
  if (filters.country_code === undefined) return byCountry(filters, cells);
  const parts = byCapability(filters).filter((part) => cells.some((cell) => hasRowsIn(cell, part)));
  return parts.length > 1 ? parts : [];
}

/**
 * Divides each part by type, a type that is big by country, and a country that is big in it by
 * voice and messaging. Big is what would take longer than its share of `slots`. Of what is left the
 * biggest comes first, so that the longest chain begins soonest.
 */
export function createEarlyPlan(parts: readonly NumberFilters[], slots: number): EarlyPlan {
  const begun = new Set<string>();
  const divided = new Set<string>();

  function candidates(
    filters: NumberFilters,
    cells: readonly Cell[],
    limit: number,
    above: string[],
  ): Candidate[] {
    const own = cells.filter((cell) => hasRowsIn(cell, filters));
    const key = keyOf(filters);
    const path = [...above, key];
    if (begun.has(key)) return [];
    const size = sizeOf(own);
    const isRoot = above.length === 0;
    if (isRoot || divided.has(key) || size > limit) {
      const smaller = divide(filters, own);
      if (smaller.length > 0) {
        return smaller.flatMap((one) => candidates(one, own, limit, path));
      }
    }
    return isRoot ? [] : [{ filters, path, size }];
  }

  return {
    next(cells) {
      const limit = sizeOf(cells) / slots;
      const all = parts
        // By voice and messaging alone it would only be the proof once more.
        .filter((part) => part.type === undefined || part.country_code === undefined)
        .flatMap((part) => candidates(part, cells, limit, []));
      const [first, ...others] = all;
      if (first === undefined) return null;
      const biggest = others.reduce((best, one) => (one.size > best.size ? one : best), first);
      for (const key of biggest.path.slice(0, -1)) divided.add(key);
      begun.add(keyOf(biggest.filters));
      return biggest.filters;
    },
  };
}
