import type { Logger } from 'pino';
import { filterNames, type NumberFilters } from '#contract/filters.ts';
import { ProblemError } from '../problem-error.ts';
import type { UpstreamAnswer } from './attempt.ts';
import type { ListAddress, listAddress, Position } from './list-address.ts';
import { readPage } from './read-page.ts';
import { toContract } from './to-contract.ts';
import type { UpstreamObserver } from './upstream.ts';

/**
 * The vendor documents `next`; its other lists page by offset or by number (see the reference
 * page's `next` and the public clients' fixtures), so each of these parameters may name a place in
 * the list.
 */
const positionKeys = new Set(['next', 'prev', 'cursor', 'offset', 'page']);
const repeatedKeys = new Set<string>([...filterNames, 'limit']);
const positionValue = /^[\w.:~+/=-]{1,512}$/;

const refuse = (link: 'prev' | 'next', why: string) =>
  new ProblemError(
    'upstream_contract',
    `Its link to the ${link} page ${why}, so it was not followed.`,
  );

/**
 * Reads the position from a `prev` or `next` link: absolute or relative, with or without the
 * filters. Only the position is used; the request is built from our own address.
 *
 * @throws ProblemError `upstream_contract` when the link names another origin, path or account, or
 * is not understood. No request is made to the link.
 */
export function readPageLink(
  kind: 'prev' | 'next',
  link: string | null,
  { origin, path }: ListAddress,
): Position | null {
  if (link === null) return null;
  // URL parsing drops tabs and line breaks and reads `\` as `/`, so the checks below would not see
  // the link as sent.
  if (link.length > 2048 || /[\p{Cc}\\]/u.test(link)) throw refuse(kind, 'is not a plain address');
  if (!URL.canParse(link, origin + path)) throw refuse(kind, 'is not an address');

  const url = new URL(link, origin + path);
  if (url.origin !== origin) throw refuse(kind, 'leads to another server');
  if (url.username || url.password || url.hash) throw refuse(kind, 'is not a plain address');
  // A stray `//` inside the path is seen in the vendor's other lists.
  if (url.pathname.replace(/\/{2,}/g, '/') !== path)
    throw refuse(kind, 'leads to another resource');

  const position: Record<string, string> = {};
  for (const [key, value] of url.searchParams) {
    if (repeatedKeys.has(key)) continue;
    if (!positionKeys.has(key) || Object.hasOwn(position, key) || !positionValue.test(value)) {
      throw refuse(kind, 'is not understood');
    }
    position[key] = value;
  }
  if (Object.keys(position).length === 0) throw refuse(kind, 'names no place in the list');
  return position;
}

const samePosition = (a: Position | null, b: Position | null) =>
  a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b);

interface ListReaderOptions {
  accountSid: string;
  address: ReturnType<typeof listAddress>;
  /** Counts what is left out. */
  observer: UpstreamObserver | undefined;
}

/** Reads the page in an answer to a list request, with its links as positions. */
export function createListReader({ accountSid, address, observer }: ListReaderOptions) {
  return function readList(
    answer: UpstreamAnswer,
    filters: NumberFilters,
    position: Position | null,
    log: Logger,
  ) {
    const page = readPage(answer, filters, accountSid);
    const { rows, values } = page.faults;
    if (page.skipped > 0) {
      log.warn({ skipped: page.skipped, fields: [...rows] }, 'broken rows left out');
      observer?.rowsSkipped(rows);
    }
    if (values.length > 0) {
      const fields = [...new Set(values)];
      log.warn({ values: values.length, fields }, 'values that cannot be read left out');
      observer?.valuesUnread(values);
    }
    const next = readPageLink('next', page.next, address);
    const prev = readPageLink('prev', page.prev, address);
    if (samePosition(next, position)) {
      throw new ProblemError(
        'upstream_contract',
        'Apifonica names the same page as its own next one, so the list cannot go on.',
      );
    }
    return { prev, next, skipped: page.skipped, numbers: page.numbers.map(toContract) };
  };
}
