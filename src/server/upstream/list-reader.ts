import type { Logger } from 'pino';
import type { NumberFilters } from '#contract/filters.ts';
import { ProblemError } from '../problem-error.ts';
import type { UpstreamAnswer } from './attempt.ts';
import type { listAddress, Position } from './list-address.ts';
import type { UpstreamObserver } from './observer.ts';
import { readPageLink } from './page-link.ts';
import { readPage } from './read-page.ts';
import { toContract } from './to-contract.ts';

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
