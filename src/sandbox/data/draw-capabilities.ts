import type { NumberType } from '../schema.ts';
import type { Random } from './random.ts';
import { weighted } from './weighted.ts';

export interface Capabilities {
  readonly voice: boolean;
  readonly messaging: boolean;
}

const both: Capabilities = { voice: true, messaging: true };
const voiceOnly: Capabilities = { voice: true, messaging: false };
const messagingOnly: Capabilities = { voice: false, messaging: true };
const neither: Capabilities = { voice: false, messaging: false };

const chooserByType = {
  local: weighted([
    [voiceOnly, 55],
    [both, 40],
    [messagingOnly, 4],
    [neither, 1],
  ]),
  mobile: weighted([
    [both, 82],
    [messagingOnly, 12],
    [voiceOnly, 5],
    [neither, 1],
  ]),
  toll_free: weighted([
    [voiceOnly, 92],
    [both, 7],
    [neither, 1],
  ]),
  sip: weighted([[voiceOnly, 1]]),
} satisfies Record<NumberType, (random: Random) => Capabilities>;

/** What a number of this type can do, in the proportions carriers sell them. */
export function drawCapabilities(type: NumberType, random: Random): Capabilities {
  return chooserByType[type](random);
}
