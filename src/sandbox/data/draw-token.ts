import type { Random } from './random.ts';

/**
 * The SIP secret of a number; null for any other type. It is fake on sight: harmless in a log, and
 * easy to find where it must never appear.
 */
export const drawToken = (type: string, random: Random): string | null =>
  type === 'sip' ? `sandbox-sip-token-${random.hex(32)}` : null;
