import { apiError, errorCodes } from '../api-error.ts';
import type { Behaviour } from '../behaviour.ts';
import documented from '../documented-response.json' with { type: 'json' };

const NUMBER_SID = 'num6eb8d7d5-6bbb-4249-8341-2271986ce567';

/**
 * The vendor's sample answer with its placeholders filled in and its printed origin replaced by the
 * origin of the request; nothing else is changed.
 */
export function fillDocumented(accountSid: string, origin: string): typeof documented {
  return JSON.parse(JSON.stringify(documented), (_key, value: unknown) =>
    typeof value === 'string'
      ? value
          .replaceAll('{accountSID}', () => accountSid)
          .replaceAll('{numberSID}', NUMBER_SID)
          .replace('https://api.apifonica.com', origin)
      : value,
  );
}

/** Serves the sample for any request without a cursor, and an empty last page for its cursor. */
export function serveDocumented(): Behaviour {
  return {
    answer({ accountSid, url }) {
      const page = fillDocumented(accountSid, url.origin);
      const cursor = url.searchParams.get('next');
      if (cursor === null) return Response.json(page);
      if (!page.next.endsWith(`?next=${cursor}`)) {
        return apiError(400, 'Invalid cursor', { code: errorCodes.badCursor });
      }
      return Response.json({ limit: page.limit, prev: null, next: null, numbers: [] });
    },
  };
}
