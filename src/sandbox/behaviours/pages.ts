import type { Behaviour, PageContext, SandboxPage } from '../behaviour.ts';

/** Rewrites one link; the function may change `url`. */
type LinkWriter = (url: URL, context: PageContext, page: SandboxPage) => string;

/** Sends `next` and `prev` in another form; null stays null. */
export function rewriteLinks(write: LinkWriter): Behaviour {
  return {
    page(page, context) {
      const rewrite = (link: string | null) =>
        link === null ? null : write(new URL(link), context, page);
      return { ...page, prev: rewrite(page.prev), next: rewrite(page.next) };
    },
  };
}

/** Links repeat the request's own parameters and its limit beside the cursor. */
export function carryFilters() {
  return rewriteLinks((link, { url }, { limit }) => {
    const params = new URLSearchParams(url.searchParams);
    params.delete('next');
    params.delete('prev');
    params.set('limit', String(limit));
    for (const [key, cursor] of link.searchParams) params.set(key, cursor);
    link.search = params.toString();
    return link.href;
  });
}

/** Relative links with `limit` and `offset`, as another list of the same vendor has them. */
export function paginateByOffset(): Behaviour {
  return {
    paginatesByOffset: true,
    page(page, { url, start }) {
      const link = (offset: number) => `${url.pathname}?limit=${page.limit}&offset=${offset}`;
      return {
        ...page,
        prev: page.prev && link(Math.max(0, start - page.limit)),
        next: page.next && link(start + page.limit),
      };
    },
  };
}

/** `next` names the cursor the page itself was asked for with, so the walk never ends. */
export function loopCursor(): Behaviour {
  return {
    page(page, { url }) {
      const current = url.searchParams.get('next');
      if (current === null) return page;
      const next = new URL(url);
      next.search = `?next=${current}`;
      return { ...page, next: next.href };
    },
  };
}

const EXPIRES = 3;

/**
 * The third different cursor the sandbox is asked for is refused, then and for ever. From then on
 * the row it named is given another cursor, so a walk begun again from page one gets through.
 */
export function expireCursor(): Behaviour {
  const asked = new Set<string>();
  let expired: { readonly cursor: string; readonly position: number } | null = null;
  return {
    refusesCursor(cursor, position) {
      if (expired === null) {
        asked.add(cursor);
        if (asked.size === EXPIRES) expired = { cursor, position };
      }
      return cursor === expired?.cursor;
    },
    cursorGeneration: (position) => (position === expired?.position ? 1 : 0),
  };
}

const REPEATED = 2;

/** Each page after the first begins with the last two rows of the page before: up to 22 rows. */
export function repeatRows(): Behaviour {
  return {
    page: (page, { start, matching }) => ({
      ...page,
      numbers: [...matching(Math.max(0, start - REPEATED), start), ...page.numbers],
    }),
  };
}

/** A stand-in for a secret that must never leave a client's allow-list; look for this text. */
export const NESTED_SECRET = 'sandbox-nested-secret';

/** Undocumented fields on the page and its rows, and every seventh number of an unknown type. */
export function addUnknownFields(): Behaviour {
  return {
    // In the inventory rather than on the page, so that `type=shared_cost` finds these rows.
    rows: (rows) =>
      rows.map((row, position) => (position % 7 === 3 ? { ...row, type: 'shared_cost' } : row)),
    page: (page) => ({
      ...page,
      api_version: '2.9-sandbox',
      account: { Token: NESTED_SECRET, plan: { name: 'demo' } },
      numbers: page.numbers.map((row) => ({
        ...row,
        monthly_fee: 1.5,
        tags: ['demo', null],
        provider: { Token: NESTED_SECRET, region: { code: 'eu' } },
      })),
    }),
  };
}

/** Breaks three rows of every page: 3 has no `number_sid`, 7 has `voice: "true"`, 11 no real `created`. */
export function breakRows(): Behaviour {
  return {
    page: (page) => ({
      ...page,
      numbers: page.numbers.map((row, index) => {
        if (index === 3) return { ...row, number_sid: undefined };
        if (index === 7) return { ...row, voice: 'true' };
        if (index === 11) return { ...row, created: 'yesterday' };
        return row;
      }),
    }),
  };
}
