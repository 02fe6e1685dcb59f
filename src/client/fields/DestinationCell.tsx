import { shortenMiddle } from '../lib/shorten.ts';
import * as words from '../words/table.ts';
import type { Destination } from './destination.ts';

const sidLength = 10;
const pathLength = 24;

/** A destination in one line: the host first, the whole address on hover. */
export function DestinationCell({ to }: { to: Destination }) {
  switch (to.kind) {
    case 'url':
      return (
        <span translate="no" className="flex min-w-0 text-xs" title={to.url}>
          <span className="max-w-full shrink-0 truncate">{to.host}</span>
          <span className="truncate text-muted">{shortenMiddle(to.rest, pathLength)}</span>
        </span>
      );
    case 'application':
    case 'endpoint':
      return (
        <span translate="no" className="truncate text-xs text-muted" title={to.sid}>
          {words.destination(words.kinds[to.kind], shortenMiddle(to.sid, sidLength))}
        </span>
      );
    case 'nowhere':
      return (
        <span className="text-muted">
          <span aria-hidden>—</span>
          <span className="sr-only">{words.nowhere}</span>
        </span>
      );
    case 'off':
      return null;
  }
}
