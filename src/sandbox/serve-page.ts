import { apiError, errorCodes } from './api-error.ts';
import type { Behaviour, ListRequest } from './behaviour.ts';
import type { CursorCodec } from './cursor-codec.ts';
import type { Inventory } from './inventory.ts';
import { findPage, type ListQuery, type PageStart, parseListQuery } from './list-query.ts';

interface PageSource {
  readonly inventory: Inventory;
  readonly cursors: CursorCodec;
  readonly behaviour: Behaviour;
}

const badParameter = (parameter: string, value: string) =>
  apiError(400, `Invalid value of parameter ${parameter}`, {
    code: errorCodes.badParameter,
    parameters: { [parameter]: value },
  });

/** The start of the requested page, or the answer that refuses the request. */
function findStart(query: ListQuery, url: URL, source: PageSource): PageStart | Response {
  const { behaviour, cursors } = source;
  if (behaviour.paginatesByOffset) {
    const offset = url.searchParams.get('offset') ?? '0';
    if (!/^\d{1,9}$/.test(offset)) return badParameter('offset', offset);
    return { kind: 'offset', offset: Number(offset) };
  }
  const cursor = query.next ?? query.prev;
  if (cursor === null) return { kind: 'top' };
  const position = cursors.decode(cursor);
  if (position === null || behaviour.refusesCursor?.(cursor, position)) {
    return apiError(400, 'Invalid cursor', { code: errorCodes.badCursor });
  }
  return { kind: query.next === null ? 'before' : 'after', position };
}

/**
 * One page of numbers, or a 400 in the vendor's error shape for a malformed parameter or a cursor
 * the sandbox does not know.
 *
 * As in the vendor's sample, links carry a cursor and nothing else. `next` names the last row
 * returned and `prev` the first, both as places in the full list, so either may be followed with
 * any filters; `prev` is null when no matching row comes before, `next` when none comes after.
 */
export function servePage(request: ListRequest, source: PageSource): Response {
  const { inventory, cursors, behaviour } = source;
  const { url } = request;
  const parsed = parseListQuery(url.searchParams);
  if (!parsed.ok) return badParameter(parsed.parameter, parsed.value);
  const { query } = parsed;

  const from = findStart(query, url, source);
  if (from instanceof Response) return from;

  const positions = inventory.positions(behaviour.ignoresFilters ? {} : query.filters);
  const { start, end } = findPage(positions, from, query.limit);
  const matching = (first: number, last: number) =>
    // Every stored position belongs to a row.
    Array.from(positions.subarray(first, last), (position) => inventory.rows[position]!);
  const link = (key: 'next' | 'prev', index: number) => {
    // Links are built only for a page with rows, so the index is within the list.
    const position = positions[index]!;
    const cursor = cursors.encode(position, behaviour.cursorGeneration?.(position));
    return `${url.origin}${url.pathname}?${key}=${cursor}`;
  };

  const page = {
    limit: query.limit,
    prev: start > 0 && end > start ? link('prev', start) : null,
    next: end < positions.length && end > start ? link('next', end - 1) : null,
    numbers: matching(start, end),
  };
  const body = behaviour.page?.(page, { ...request, start, matching }) ?? page;
  return Response.json(body);
}
