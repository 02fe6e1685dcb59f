import { controllerRemarks } from '../controllers/controller-slots.ts';
import type { NumberRule } from '../rule.ts';

/** A user name or password in the address of a controller (`userinfo`, deprecated by RFC 3986, section 3.2.1). */
export const passwordInWebhook: NumberRule = {
  id: 'password-in-webhook',
  level: 'warning',
  title: 'Password in a webhook',
  remedy: 'Remove the credentials from the address, and change the password: others have seen it.',
  check: (row) =>
    controllerRemarks(row, (controller, { Name }) =>
      controller.kind === 'web' && controller.hasUserInfo
        ? `${Name} holds credentials (${controller.scheme}://•••@${controller.host}): everyone who may list the numbers reads them, and they end up in logs and exports.`
        : null,
    ),
};
