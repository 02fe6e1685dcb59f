import type { Behaviour } from '../behaviour.ts';

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
