import type { Behaviour } from '../behaviour.ts';

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
