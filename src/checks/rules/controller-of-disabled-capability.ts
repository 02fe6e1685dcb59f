import { controllerRemarks } from '../controllers/controller-slots.ts';
import type { NumberRule } from '../rule.ts';

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
