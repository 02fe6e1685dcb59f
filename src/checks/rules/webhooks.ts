import { controllerRemarks } from '../controllers/controller-slots.ts';
import { readController } from '../controllers/read-controller.ts';
import type { NumberRule } from '../rule.ts';

/** A controller that is no web address. Its text is not repeated, because it may hold a secret. */
export const unusableWebhook: NumberRule = {
  id: 'unusable-webhook',
  level: 'error',
  title: 'Webhook is no web address',
  remedy: 'Replace the controller with an address that begins with https://.',
  check: (row) =>
    controllerRemarks(row, (controller, { Name, loss }) => {
      switch (controller.kind) {
        case 'unreadable':
          return `${Name} is not a URL, so there is nothing to ask, and ${loss}.`;
        case 'foreign':
          return controller.scheme === null
            ? `${Name} does not begin with http:// or https://, so it cannot be asked, and ${loss}.`
            : `${Name} is a ${controller.scheme} address, not an http or https one, so it cannot be asked, and ${loss}.`;
        case 'none':
        case 'web':
          return null;
      }
    }),
};

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

/** A controller that is asked without encryption. */
export const plainHttpWebhook: NumberRule = {
  id: 'plain-http-webhook',
  level: 'warning',
  title: 'Plain http webhook',
  remedy: 'Change the controller to an https:// address. Its host needs a certificate.',
  check: (row) =>
    controllerRemarks(row, (controller, { Name, content }) =>
      controller.kind === 'web' && controller.scheme === 'http'
        ? `${Name} on ${controller.host} is asked over plain http: anyone on the way can read and change ${content}.`
        : null,
    ),
};

/** A controller that is never asked, because its capability is off. */
export const controllerOfDisabledCapability: NumberRule = {
  id: 'controller-of-disabled-capability',
  level: 'info',
  title: 'Controller of a capability that is off',
  remedy: 'Remove the controller, or ask Apifonica to turn the capability on.',
  check: (row) =>
    controllerRemarks(row, (controller, { capability, Name }) =>
      controller.kind === 'none' || row[capability]
        ? null
        : `${Name} is never asked: ${capability} is off for this number.`,
    ),
};

/**
 * Events sent with GET. Asking a call controller with GET is usual, as it fetches a document;
 * an event changes something, and GET is safe to repeat and to keep (RFC 9110, section 9.2.1).
 */
export const getForEvents: NumberRule = {
  id: 'get-for-events',
  level: 'info',
  title: 'Events sent with GET',
  remedy: 'Set the method of the message controller to POST.',
  check({ msg_method, msg_controller }) {
    if (msg_method?.toUpperCase() !== 'GET' || readController(msg_controller).kind === 'none') {
      return [];
    }
    const message =
      'Message events are sent with GET, so numbers and texts stand in the address: servers and proxies write them to their logs, and may answer a repeated one from a cache.';
    return [{ field: 'msg_method', message }];
  },
};
