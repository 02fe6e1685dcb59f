import { apiError, errorCodes } from '../api-error.ts';
import type { Behaviour } from '../behaviour.ts';
import documented from '../documented-response.json' with { type: 'json' };

const texts: Record<number, string> = {
  401: 'Authentication failed',
  403: 'Access to the account is forbidden',
  404: 'Account not found',
  429: 'Too many requests',
  503: 'Service temporarily unavailable',
};

interface Refusal {
  /** Which list requests are refused, by ordinal (from 1); all of them by default. */
  readonly when?: (ordinal: number) => boolean;
  readonly headers?: Record<string, string>;
}

/** Answers the chosen list requests with an error status and the vendor's error body. */
export function refuse(
  status: number,
  { when = () => true, headers = {} }: Refusal = {},
): Behaviour {
  return {
    answer: ({ ordinal }) =>
      when(ordinal) ? apiError(status, texts[status] ?? 'Error', { headers }) : null,
  };
}

/** Never answers; the request ends when the client gives up. */
export function hang(): Behaviour {
  return {
    answer: ({ signal }) =>
      new Promise((resolve) => {
        const giveUp = () => resolve(new Response(null, { status: 499 }));
        if (signal.aborted) giveUp();
        else signal.addEventListener('abort', giveUp, { once: true });
      }),
  };
}

const html =
  '<!doctype html><html><head><title>Maintenance</title></head>' +
  '<body><h1>We will be back soon</h1></body></html>';

/** Answers 200 with a web page from the given list request (counted from 1) on. */
export function serveMaintenancePage(fromOrdinal: number): Behaviour {
  return {
    answer: ({ ordinal }) =>
      ordinal < fromOrdinal
        ? null
        : new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  };
}

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
