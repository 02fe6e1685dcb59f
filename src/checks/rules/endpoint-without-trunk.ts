import type { NumberRule } from '../rule.ts';

/** An endpoint is linked, and the mode does not use it. */
export const endpointWithoutTrunk: NumberRule = {
  id: 'endpoint-without-trunk',
  level: 'warning',
  title: 'Endpoint without trunk mode',
  remedy: 'Set the mode to end_point, or unlink the endpoint.',
  check({ mode, endpoint_sid }) {
    if (mode === 'end_point' || !endpoint_sid) return [];
    const shown = mode ? `mode is ${mode}` : 'no mode is set';
    const message = `The linked endpoint gets no calls: ${shown}, and only end_point mode sends calls to a SIP trunk.`;
    return [{ field: 'mode', message }];
  },
};
