import { controllerRemarks } from '../controllers/controller-slots.ts';
import type { NumberRule } from '../rule.ts';

/**
 * A controller on a host that is known inside a private network only. A warning, because it may be
 * intended.
 */
export const privateNetworkWebhook: NumberRule = {
  id: 'private-network-webhook',
  level: 'warning',
  title: 'Private-network webhook',
  remedy:
    'Use an address that the Internet can reach. If Apifonica reaches the host in another way, such as a VPN, accept the finding.',
  check: (row) =>
    controllerRemarks(row, (controller, { Name, loss }) =>
      controller.kind === 'web' && controller.isolation !== null
        ? `${Name} is on ${controller.host}, ${controller.isolation}: Apifonica cannot reach it over the Internet, so ${loss}.`
        : null,
    ),
};
