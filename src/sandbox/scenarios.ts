import type { Behaviour } from './behaviour.ts';
import { hang, refuse, serveDocumented, serveMaintenancePage } from './behaviours/answers.ts';
import {
  addUnknownFields,
  breakRows,
  carryFilters,
  expireCursor,
  loopCursor,
  paginateByOffset,
  repeatRows,
  rewriteLinks,
} from './behaviours/pages.ts';

interface Scenario {
  readonly description: string;
  /** Makes the behaviour of one sandbox; called once for each, so counters are never shared. */
  readonly behaviour: () => Behaviour;
}

/**
 * Everything the sandbox can do wrong, by the name that `SANDBOX_SCENARIO` takes. "Request" means a
 * list request with good credentials, counted on arrival; links are `next` and `prev`.
 */
export const scenarios = {
  unauthorized: {
    description: '401 to every request, whatever the credentials.',
    behaviour: () => refuse(401),
  },
  forbidden: { description: '403 to every request.', behaviour: () => refuse(403) },
  'account-missing': { description: '404 to every request.', behaviour: () => refuse(404) },
  'rate-limited': {
    description: '429 with Retry-After: 2 to the 4th and 5th request; fine before and after.',
    behaviour: () =>
      refuse(429, { when: (ordinal) => [4, 5].includes(ordinal), headers: { 'Retry-After': '2' } }),
  },
  'rate-limited-always': {
    description: '429 with Retry-After: 30 to every request.',
    behaviour: () => refuse(429, { headers: { 'Retry-After': '30' } }),
  },
  flaky: {
    description: '503 to every third request.',
    behaviour: () => refuse(503, { when: (ordinal) => ordinal % 3 === 0 }),
  },
  down: { description: '503 to every request.', behaviour: () => refuse(503) },
  outage: {
    description: '503 to the 4th to 11th request: longer than a client tries again by itself.',
    behaviour: () => refuse(503, { when: (ordinal) => ordinal >= 4 && ordinal <= 11 }),
  },
  recovers: {
    description: '503 to the first two requests, then fine.',
    behaviour: () => refuse(503, { when: (ordinal) => ordinal <= 2 }),
  },
  slow: {
    description: 'Every answer takes 6 seconds.',
    behaviour: () => ({ exactLatencyMs: 6000 }),
  },
  hang: { description: 'Never answers until the client goes away.', behaviour: hang },
  malformed: {
    description: '200 with an HTML maintenance page, always.',
    behaviour: () => serveMaintenancePage(1),
  },
  'malformed-later': {
    description: '200 with an HTML maintenance page from the 3rd request on.',
    behaviour: () => serveMaintenancePage(3),
  },
  'missing-next': {
    description: 'Pages after the first lack the `next` key.',
    behaviour: () => ({
      page: (page, { start }) => (start === 0 ? page : { ...page, next: undefined }),
    }),
  },
  'missing-numbers': {
    description: 'Pages lack the `numbers` key.',
    behaviour: () => ({ page: (page) => ({ ...page, numbers: undefined }) }),
  },
  'broken-rows': {
    description: 'On each page row 3 lacks number_sid, row 7 has voice "true", row 11 a bad date.',
    behaviour: breakRows,
  },
  'unknown-fields': {
    description: 'Undocumented fields, some with a fake secret; every 7th row is a shared_cost.',
    behaviour: addUnknownFields,
  },
  'cursor-expired': {
    description:
      'The third different cursor asked for answers 400, then and for ever; the row it named gets ' +
      'another cursor, so a walk begun again from the first page gets through.',
    behaviour: expireCursor,
  },
  'duplicate-rows': {
    description: 'Each page after the first begins with the last 2 rows of the page before.',
    behaviour: repeatRows,
  },
  'filters-in-next': {
    description: 'Links carry the filters and the limit beside the cursor.',
    behaviour: carryFilters,
  },
  'relative-next': {
    description: 'Links have no origin: /v2/accounts/…/numbers?next=….',
    behaviour: () => rewriteLinks((link) => link.pathname + link.search),
  },
  'offset-next': {
    description: 'Links are relative with limit and offset; offset counts matching rows.',
    behaviour: paginateByOffset,
  },
  'double-slash-next': {
    description: 'Links have a stray // in the path, an address that answers 404.',
    behaviour: () => rewriteLinks((link) => link.href.replace('/v2/accounts/', '/v2//accounts/')),
  },
  'foreign-next': {
    description: 'Links lead to another origin, https://evil.example.',
    behaviour: () => rewriteLinks((link) => `https://evil.example${link.pathname}${link.search}`),
  },
  'foreign-account-next': {
    description: 'Links lead to another account on the same origin.',
    behaviour: () =>
      rewriteLinks((link, { accountSid }) =>
        link.href.replace(
          encodeURIComponent(accountSid),
          'acc00000000-0000-4000-8000-000000000000',
        ),
      ),
  },
  'cursor-loop': {
    description: 'From the second page on `next` repeats the cursor just used.',
    behaviour: loopCursor,
  },
  'ignores-filters': {
    description: 'Filters are read and then not applied.',
    behaviour: () => ({ ignoresFilters: true }),
  },
  empty: { description: 'An account with no numbers.', behaviour: () => ({ rows: () => [] }) },
  documented: {
    description:
      'The documented sample, its next on the origin that was asked; that cursor gives an empty ' +
      'last page.',
    behaviour: serveDocumented,
  },
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

/** Whether a text, such as an environment variable, names a scenario. */
export function isScenarioName(text: string): text is ScenarioName {
  return Object.hasOwn(scenarios, text);
}
