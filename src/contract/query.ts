import { type FilterName, filterCodecs, type NumberFilters } from './filters.ts';

export const maxPageSize = 20;

/** What `GET /api/numbers` can be asked: exact filters, a page size (1 to 20), an opaque cursor. */
export interface NumbersQuery {
  filters: NumberFilters;
  limit: number;
  cursor: string | null;
}

/** A parameter that was refused, and what it should have been. */
export interface QueryFault {
  parameter: string;
  detail: string;
}

const isFilterName = (name: string): name is FilterName => Object.hasOwn(filterCodecs, name);

const shown = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

/**
 * Reads query parameters (an iterable of name and value, such as URLSearchParams).
 *
 * Nothing is guessed: every unknown, repeated or malformed parameter is a fault that names it and
 * is left out of the query. A server refuses a query with faults; an address bar drops them.
 */
export function parseNumbersQuery(parameters: Iterable<readonly [string, string]>): {
  query: NumbersQuery;
  faults: QueryFault[];
} {
  const filters: Record<string, string | boolean> = {};
  const faults: QueryFault[] = [];
  const seen = new Set<string>();
  let limit = maxPageSize;
  let cursor: string | null = null;

  for (const [parameter, text] of parameters) {
    const fault = (detail: string) => faults.push({ parameter, detail });
    if (seen.has(parameter)) {
      fault(`${shown(parameter)} is given more than once; give it once.`);
      continue;
    }
    seen.add(parameter);

    if (isFilterName(parameter)) {
      const { parse, expects } = filterCodecs[parameter];
      const value = parse(text);
      if (value === null) fault(`${parameter} must be ${expects}; got ${shown(text)}.`);
      else filters[parameter] = value;
    } else if (parameter === 'limit') {
      if (/^([1-9]|1\d|20)$/.test(text)) limit = Number(text);
      else fault(`limit must be a whole number from 1 to ${maxPageSize}; got ${shown(text)}.`);
    } else if (parameter === 'cursor') {
      if (/^[\w.-]{1,1024}$/.test(text)) cursor = text;
      else fault('cursor must be the prev or next of an earlier answer, unchanged.');
    } else {
      fault(`${shown(parameter)} is not a parameter of this list.`);
    }
  }
  return { query: { filters: filters as NumberFilters, limit, cursor }, faults };
}
