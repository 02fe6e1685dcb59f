import type { NumberRule } from '../rule.ts';
import { vendorDocs } from '../vendor-docs.ts';

/** SIP trunking is on, and no endpoint is linked. */
export const trunkWithoutEndpoint: NumberRule = {
  id: 'trunk-without-endpoint',
  level: 'error',
  title: 'Trunk without an endpoint',
  remedy: 'Link a SIP endpoint to the number, or set another mode.',
  docs: vendorDocs('link-endpoint-number', 'endpoint_sid'),
  check({ mode, endpoint_sid }) {
    if (mode !== 'end_point' || endpoint_sid) return [];
    const message =
      'Calls have nowhere to go: the number is in SIP trunking mode (end_point), but no endpoint is linked to it.';
    return [{ field: 'endpoint_sid', message }];
  },
};
