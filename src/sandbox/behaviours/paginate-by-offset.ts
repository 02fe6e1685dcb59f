import type { Behaviour } from '../behaviour.ts';

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
