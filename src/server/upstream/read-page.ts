import * as v from 'valibot';
import type { NumberFilters } from '#contract/filters.ts';
import { ProblemError } from '../problem-error.ts';
import type { UpstreamAnswer } from './attempt.ts';
import { matchesFilters } from './matches-filters.ts';
import { readWireNumber, type WireNumber, wirePageSchema } from './wire.ts';

/** The rows of one page that passed, how many did not and why, and the two links as they came. */
export interface WirePage {
  numbers: WireNumber[];
  skipped: number;
  /** The fields at fault in the skipped rows, for the log; never their values. */
  faultyFields: string[];
  prev: string | null;
  next: string | null;
}

function parseJson({ contentType, body }: UpstreamAnswer): unknown {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(contentType)) {
    throw new ProblemError(
      'upstream_contract',
      'Apifonica answered with something other than JSON.',
    );
  }
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ProblemError('upstream_malformed', 'Apifonica sent JSON that cannot be read.', {
      cause,
    });
  }
}

/**
 * Reads a 200 answer. A broken row is left out and counted; a broken envelope, or a row that was
 * not asked for, fails the page, because then nothing it says about the list can be trusted.
 *
 * @throws ProblemError `upstream_malformed` or `upstream_contract`.
 */
export function readPage(answer: UpstreamAnswer, filters: NumberFilters): WirePage {
  const envelope = v.safeParse(wirePageSchema, parseJson(answer));
  if (!envelope.success) {
    const field = v.getDotPath(envelope.issues[0]) ?? 'the whole';
    throw new ProblemError(
      'upstream_contract',
      `Apifonica sent a page of the list that is missing a part or has one of the wrong kind: ${field}.`,
    );
  }

  const numbers: WireNumber[] = [];
  const faultyFields = new Set<string>();
  for (const row of envelope.output.numbers) {
    const number = readWireNumber(row, faultyFields);
    if (number !== null) numbers.push(number);
  }

  if (!numbers.every((row) => matchesFilters(row, filters))) {
    throw new ProblemError(
      'upstream_contract',
      'Apifonica sent numbers that do not match the filters, so none of them are shown.',
    );
  }
  return {
    numbers,
    skipped: envelope.output.numbers.length - numbers.length,
    faultyFields: [...faultyFields],
    prev: envelope.output.prev,
    next: envelope.output.next,
  };
}
