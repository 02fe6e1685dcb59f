import * as v from 'valibot';
import { filterEntries, type NumberFilters } from '#contract/filters.ts';

export const positionSchema = v.record(v.string(), v.string());

/** Where in the list a page starts: the vendor's own query parameters, such as `next` or `offset`. */
export type Position = Readonly<v.InferOutput<typeof positionSchema>>;

/** The list of one account: `origin` without a slash at its end, `path` percent-encoded. */
export interface ListAddress {
  origin: string;
  path: string;
}

/**
 * `<base>/v2/accounts/<SID>/numbers`.
 * @param baseUrl the vendor's origin, with a path in front of `/v2` where there is one.
 */
export function listAddress(baseUrl: URL, accountSid: string): ListAddress {
  const prefix = baseUrl.pathname.replace(/\/+$/, '');
  const path = `${prefix}/v2/accounts/${encodeURIComponent(accountSid)}/numbers`;
  return { origin: baseUrl.origin, path };
}

/**
 * The path and query of one page, built from our own address, never copied from a link of the
 * upstream.
 */
export function pagePath(
  address: ListAddress,
  filters: NumberFilters,
  limit: number,
  position: Position | null,
): string {
  const search = new URLSearchParams([
    ['limit', String(limit)],
    ...filterEntries(filters),
    ...Object.entries(position ?? {}),
  ]);
  return `${address.path}?${search}`;
}
