import { controllerRemarks } from '../controllers/controller-slots.ts';
import { secretParameter } from '../controllers/secret-parameter.ts';
import type { NumberRule } from '../rule.ts';

/** A query parameter of a controller whose name suggests a secret. */
export const secretInWebhook: NumberRule = {
  id: 'secret-in-webhook',
  level: 'warning',
  title: 'Secret in a webhook',
  remedy: 'Remove the secret from the address, and replace it with a new one: others have seen it.',
  check: (row) =>
    controllerRemarks(row, (controller, { field, Name }) => {
      if (controller.kind !== 'web') return null;
      const parameter = secretParameter(row[field] ?? '');
      if (parameter === null) return null;
      return `${Name} on ${controller.host} seems to hold a secret (?${parameter}=•••): everyone who may list the numbers reads it, and it ends up in logs and exports.`;
    }),
};
