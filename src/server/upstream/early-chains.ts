import { filterEntries, type NumberFilters } from '#contract/filters.ts';
import type { RentedNumber } from '#contract/number.ts';
import { byCapability, byCountry, byType, type Cell, createCells, hasRowsIn } from './cells.ts';
import { type Chain, createChain } from './chain.ts';

interface Candidate {
  filters: NumberFilters;
  /** The keys of the sets that this one was divided from, and its own key last. */
  path: string[];
  /** Its rows seen so far. */
  size: number;
}

const keyOf = (filters: NumberFilters) => JSON.stringify(filterEntries(filters));

const sizeOf = (cells: readonly Cell[]) => cells.reduce((sum, { count }) => sum + count, 0);

/** The parts of a set; none when filters cannot divide it further. */
function divide(filters: NumberFilters, cells: readonly Cell[]): NumberFilters[] {
  if (filters.type === undefined) return byType(filters, cells);
  if (filters.country_code === undefined) return byCountry(filters, cells);
  const parts = byCapability(filters).filter((part) => cells.some((cell) => hasRowsIn(cell, part)));
  return parts.length > 1 ? parts : [];
}

/**
 * Divides each part by type, a big type by country, and a big country of a type by voice and
 * messaging. A set is big when it has more than its share of the rows, one in `slots`. The biggest
 * remaining set comes first, so that the longest chain begins soonest.
 */
function createPlan(parts: readonly NumberFilters[], slots: number) {
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
    /** @returns null when no chain is left to begin, by the cells known so far. */
    next(cells: readonly Cell[]): NumberFilters | null {
      const limit = sizeOf(cells) / slots;
      const all = parts
        // A part with type and country could be divided only by voice and messaging, like the
        // proof.
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

/**
 * The chains that go ahead of the proof; each row belongs to at most one of them.
 *
 * @param slots pages requested at once, at the most.
 * @param known the cells that the last complete walk counted.
 */
export function createEarlyChains(
  parts: readonly NumberFilters[],
  slots: number,
  known: readonly Cell[] | undefined,
) {
  const plan = createPlan(parts, slots);
  /** The cells of this walk and of the earlier one. */
  const expected = createCells(known);
  const chains: Chain[] = [];
  /** The number of cells when no chain was left to begin; only a new cell can change that. */
  let exhaustedAt = -1;
  const isExhausted = () => expected.size() === exhaustedAt;

  return {
    /** A chain whose page may be requested now; null when there is none. */
    next(): Chain | null {
      const ready = chains.find(({ status }) => status === 'ready');
      if (ready) return ready;
      if (isExhausted()) return null;
      const filters = plan.next(expected.all());
      if (filters === null) {
        exhaustedAt = expected.size();
        return null;
      }
      const chain = createChain('early', filters);
      chains.push(chain);
      return chain;
    },

    /** Counts a row of this walk for the plan. */
    expect: (row: RentedNumber) => void expected.add(row),

    haveBegun: () => chains.length > 0,

    /** Whether these chains should have found the rows of a cell. */
    haveMissed(cell: Cell): boolean {
      const own = chains.filter(({ filters }) => hasRowsIn(cell, filters));
      return own.length > 0 ? own.some(({ status }) => status === 'ended') : isExhausted();
    },
  };
}
