import { controllerRemarks } from '../controllers/controller-slots.ts';
import type { NumberRule } from '../rule.ts';

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
