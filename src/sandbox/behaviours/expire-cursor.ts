import type { Behaviour } from '../behaviour.ts';

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
