import * as v from 'valibot';
import { filterEntries, type NumberFilters } from '#contract/filters.ts';
import { ProblemError } from '../problem-error.ts';
import { createSeal, type ReadSealKeys } from './seal.ts';

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

/** Turns positions into opaque cursors for the browser, and back. */
interface CursorCodec {
  seal(position: Position, filters: NumberFilters): string;
  /** @throws ProblemError `invalid_cursor` when the cursor is not ours or belongs to other filters. */
  open(cursor: string, filters: NumberFilters): Position;
}

/** A cursor is a position, sealed for the account and for the filters of its list. */
export function createCursorCodec(accountSid: string, keys: ReadSealKeys): CursorCodec {
  const { seal, open } = createSeal(accountSid, keys, 'cursor');
  return {
    seal: (position, filters) => seal(position, filterEntries(filters)),
    open(cursor, filters) {
      const position = open(cursor, filterEntries(filters));
      if (position === undefined) {
        throw new ProblemError(
          'invalid_cursor',
          'This cursor is not one of this list with these filters. Start again without a cursor.',
        );
      }
      return v.parse(positionSchema, position);
    },
  };
}
