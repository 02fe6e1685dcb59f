import * as v from 'valibot';
import type { NumberFilters } from '#contract/filters.ts';
import { ProblemError } from '../problem-error.ts';
import type { UpstreamAnswer } from './attempt.ts';
import { matchesFilters } from './matches-filters.ts';
import { readWireNumber, type WireFaults, type WireNumber, wirePageSchema } from './wire.ts';

/**
 * The valid rows of one page, the number of invalid ones, the unreadable fields, and the two links
 * as sent.
 */
interface WirePage {
  numbers: WireNumber[];
  skipped: number;
  faults: WireFaults;
  prev: string | null;
  next: string | null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes UTF-8, and drops a byte-order mark, which some servers send. */
function decode(body: Uint8Array): string {
  try {
    return utf8.decode(body);
  } catch (cause) {
    throw new ProblemError(
      'upstream_contract',
      'Apifonica sent text that is not UTF-8, so names in it would be wrong.',
      { reason: 'INVALID_UTF8', cause },
    );
  }
}

function parseJson({ contentType, contentEncoding, body }: UpstreamAnswer): unknown {
  if (contentEncoding.toLowerCase() !== 'identity') {
    throw new ProblemError(
      'upstream_malformed',
      'Apifonica, or a proxy before it, sent a compressed answer, which was not asked for.',
      { reason: 'COMPRESSED' },
    );
  }
  if (!/^application\/([\w.-]+\+)?json\b/i.test(contentType)) {
    throw new ProblemError(
      'upstream_contract',
      'Apifonica answered with something other than JSON.',
    );
  }
  try {
    return JSON.parse(decode(body));
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError('upstream_malformed', 'Apifonica sent JSON that cannot be read.', {
      cause,
    });
  }
}

/**
 * Reads a 200 answer. An invalid row is left out and counted. An invalid envelope, a row of another
 * account, or a row outside the filters fails the page, because then no part of it can be trusted.
 *
 * @throws ProblemError `upstream_malformed` or `upstream_contract`.
 */
export function readPage(
  answer: UpstreamAnswer,
  filters: NumberFilters,
  accountSid: string,
): WirePage {
  const envelope = v.safeParse(wirePageSchema, parseJson(answer));
  if (!envelope.success) {
    const field = v.getDotPath(envelope.issues[0]) ?? 'the whole';
    throw new ProblemError(
      'upstream_contract',
      `Apifonica sent a page of the list that is missing a part or has one of the wrong kind: ${field}.`,
    );
  }

  const numbers: WireNumber[] = [];
  const faults: WireFaults = { rows: new Set(), values: [] };
  for (const row of envelope.output.numbers) {
    const number = readWireNumber(row, faults);
    if (number !== null) numbers.push(number);
  }

  // A row without an account belongs to the account of the request.
  if (numbers.some(({ account_sid }) => account_sid !== '' && account_sid !== accountSid)) {
    throw new ProblemError(
      'upstream_contract',
      'Apifonica sent numbers of another account, so none of them are shown.',
      { reason: 'OTHER_ACCOUNT' },
    );
  }
  if (!numbers.every((row) => matchesFilters(row, filters))) {
    throw new ProblemError(
      'upstream_contract',
      'Apifonica sent numbers that do not match the filters, so none of them are shown.',
      { reason: 'OUTSIDE_FILTERS' },
    );
  }
  return {
    numbers,
    skipped: envelope.output.numbers.length - numbers.length,
    faults,
    prev: envelope.output.prev,
    next: envelope.output.next,
  };
}
