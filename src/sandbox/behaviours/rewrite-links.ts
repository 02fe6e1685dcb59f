import type { Behaviour, PageContext, SandboxPage } from '../behaviour.ts';

/** Rewrites one link; the function may change `url`. */
export type LinkWriter = (url: URL, context: PageContext, page: SandboxPage) => string;

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
