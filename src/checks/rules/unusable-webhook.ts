import { controllerRemarks } from '../controllers/controller-slots.ts';
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
