import type { HttpMethod, NumberMode, NumberType } from '../schema.ts';
import type { Capabilities } from './draw-capabilities.ts';
import { drawSid } from './draw-identifiers.ts';
import type { Random } from './random.ts';
import { weighted } from './weighted.ts';

interface Controllers {
  readonly call_controller: string;
  readonly call_method: HttpMethod;
  readonly msg_controller: string;
  readonly msg_method: HttpMethod;
}

/** Where the numbers of one country and type usually send their calls and messages. */
export interface Cohort {
  readonly host: string;
  readonly slug: string;
  readonly method: HttpMethod;
}

// example.com, .org and .net are reserved for documentation (RFC 2606 section 3).
const hosts = [
  'https://hooks.example.com',
  'https://ivr.example.com',
  'https://voice.example.net',
  'https://contact.example.org',
];

type Kind = 'cohort' | 'stranger' | 'plainHttp' | 'privateNetwork' | 'long' | 'unicode' | 'empty';

const drawKind = weighted<Kind>([
  ['cohort', 800],
  ['empty', 120],
  ['stranger', 20],
  ['plainHttp', 20],
  ['privateNetwork', 15],
  ['long', 15],
  ['unicode', 10],
]);

const privateUrls = [
  'http://172.16.102.175:8082/messages/events',
  'http://10.0.4.12/ivr',
  'http://localhost:3000/hook',
];

const longQuery = Array.from({ length: 14 }, (_, i) => `step${i}=campaign%20${i * 37}`).join('&');

/** The habits of one cohort; `slug` is a path segment such as `gb-local`. */
export function drawCohort(slug: string, random: Random): Cohort {
  return { host: random.pick(hosts), slug, method: random.chance(0.7) ? 'POST' : 'GET' };
}

function drawUrl(purpose: string, cohort: Cohort, random: Random): string {
  const path = `${purpose}/${cohort.slug}`;
  switch (drawKind(random)) {
    case 'cohort':
      return `${cohort.host}/${path}`;
    case 'stranger':
      return `https://legacy-${random.below(9)}.example.com/${path}`;
    case 'plainHttp':
      return `http://hooks.example.org/${path}`;
    case 'privateNetwork':
      return random.pick(privateUrls);
    case 'long':
      return `${cohort.host}/${path}?${longQuery}`;
    case 'unicode':
      return `${cohort.host}/обратный-звонок/größe/${cohort.slug}`;
    case 'empty':
      return '';
  }
}

/**
 * A row's controllers. Most rows follow their cohort, so that a row pointing elsewhere stands out.
 * A number without a capability mostly has no controller for it (`""`, never null, as upstream).
 */
export function drawControllers(
  cohort: Cohort,
  { voice, messaging }: Capabilities,
  random: Random,
): Controllers {
  const drawMethod = () =>
    random.chance(0.95) ? cohort.method : random.pick<HttpMethod>(['GET', 'POST']);
  return {
    call_controller: voice || random.chance(0.1) ? drawUrl('voice', cohort, random) : '',
    call_method: drawMethod(),
    msg_controller: messaging || random.chance(0.1) ? drawUrl('messages', cohort, random) : '',
    msg_method: drawMethod(),
  };
}

interface Routing {
  readonly call_app_sid: string;
  readonly msg_app_sid: string;
  readonly endpoint_sid: string | null;
  readonly mode: NumberMode;
}

const drawMode = weighted<NumberMode>([
  ['xml', 88],
  ['end_point', 8],
  ['sip_phone', 4],
]);
const drawSipMode = weighted<NumberMode>([
  ['end_point', 45],
  ['sip_phone', 40],
  ['xml', 15],
]);

/**
 * How a number is wired: its mode, applications and SIP trunk.
 *
 * One `end_point` row in twelve lacks its `endpoint_sid`: a trunk nobody finished.
 *
 * @param applications the account's few `app…` identifiers
 */
export function drawRouting(
  type: NumberType,
  applications: readonly string[],
  random: Random,
): Routing {
  const mode = type === 'sip' ? drawSipMode(random) : drawMode(random);
  return {
    // The literal defaults mean "nothing configured"; see the vendor's sample row.
    call_app_sid: random.chance(0.7) ? 'default_call_app_sid' : random.pick(applications),
    msg_app_sid: random.chance(0.75) ? 'default_msg_app_sid' : random.pick(applications),
    endpoint_sid: mode === 'end_point' && random.chance(11 / 12) ? drawSid('end', random) : null,
    mode,
  };
}
