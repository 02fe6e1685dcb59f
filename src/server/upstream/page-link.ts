import { filterNames } from '#contract/filters.ts';
import { ProblemError } from '../problem-error.ts';
import type { ListAddress, Position } from './list-address.ts';

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
