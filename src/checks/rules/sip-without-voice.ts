import type { NumberRule } from '../rule.ts';

/** A number for phones or SIP that cannot take calls. */
export const sipWithoutVoice: NumberRule = {
  id: 'sip-without-voice',
  level: 'warning',
  title: 'SIP without voice',
  remedy: 'Ask Apifonica to turn voice on. If the number needs no calls, accept the finding.',
  check({ mode, type, voice }) {
    if (voice || (mode !== 'sip_phone' && type !== 'sip')) return [];
    const what =
      mode === 'sip_phone'
        ? 'The number is linked to phones (sip_phone mode)'
        : 'The number is a SIP number';
    return [{ field: 'voice', message: `${what}, but voice is off, so no call comes through.` }];
  },
};
