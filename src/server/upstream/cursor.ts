import * as v from 'valibot';
import { filterEntries, type NumberFilters } from '#contract/filters.ts';
import { ProblemError } from '../problem-error.ts';
import { type Position, positionSchema } from './list-address.ts';
import { createSeal, type ReadSealKeys } from './seal.ts';

/** Turns positions into opaque cursors for the browser, and back. */
interface CursorCodec {
  seal(position: Position, filters: NumberFilters): string;
  /** @throws ProblemError `invalid_cursor` when the cursor is not ours or belongs to other filters. */
  open(cursor: string, filters: NumberFilters): Position;
}

/** A cursor is a position, sealed for the account and for the filters of its list. */
export function createCursorCodec(accountSid: string, keys: ReadSealKeys): CursorCodec {
  const { seal, open } = createSeal(accountSid, keys, 'cursor');
  return {
    seal: (position, filters) => seal(position, filterEntries(filters)),
    open(cursor, filters) {
      const position = open(cursor, filterEntries(filters));
      if (position === undefined) {
        throw new ProblemError(
          'invalid_cursor',
          'This cursor is not one of this list with these filters. Start again without a cursor.',
        );
      }
      return v.parse(positionSchema, position);
    },
  };
}
