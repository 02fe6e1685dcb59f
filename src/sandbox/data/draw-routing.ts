import type { NumberMode, NumberType } from '../schema.ts';
import type { Random } from './random.ts';
import { drawSid } from './sid.ts';
import { weighted } from './weighted.ts';

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
