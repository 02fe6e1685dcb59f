import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { filterEntries, type NumberFilters } from '#contract/filters.ts';
import { ProblemError } from '../problem-error.ts';
import type { Position } from './list-address.ts';

const positionSchema = v.record(v.string(), v.string());
const macBytes = 16;

/** Turns positions into the opaque cursors the browser holds, and back. */
export interface CursorCodec {
  seal(position: Position, filters: NumberFilters): string;
  /** @throws ProblemError `invalid_cursor` when the cursor is not ours or belongs to other filters. */
  open(cursor: string, filters: NumberFilters): Position;
}

/**
 * A cursor is the position and a MAC over account, filters and position. The key is derived from
 * the credentials, so that every process of one deployment reads the cursors of the others.
 */
export function createCursorCodec(accountSid: string, authToken: string): CursorCodec {
  const key = Buffer.from(hkdfSync('sha256', authToken, '', 'rented-numbers cursor', 32));
  const mac = (payload: string, filters: NumberFilters) =>
    createHmac('sha256', key)
      .update(JSON.stringify([accountSid, filterEntries(filters), payload]))
      .digest()
      .subarray(0, macBytes);

  return {
    seal(position, filters) {
      const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
      return `${payload}.${mac(payload, filters).toString('base64url')}`;
    },
    open(cursor, filters) {
      const [payload = '', tag = '', ...rest] = cursor.split('.');
      const given = Buffer.from(tag, 'base64url');
      if (
        rest.length > 0 ||
        given.length !== macBytes ||
        // Node reads base64url leniently; only the text we wrote ourselves is the same cursor.
        given.toString('base64url') !== tag ||
        !timingSafeEqual(given, mac(payload, filters))
      ) {
        throw new ProblemError(
          'invalid_cursor',
          'This cursor is not one of this list with these filters. Start again without a cursor.',
        );
      }
      return v.parse(positionSchema, JSON.parse(Buffer.from(payload, 'base64url').toString()));
    },
  };
}
