import { controllerRemarks } from '../controllers/controller-slots.ts';
import type { NumberRule } from '../rule.ts';

/** A controller that is never asked, because the number cannot do what it is for. */
export const controllerOfDisabledCapability: NumberRule = {
  id: 'controller-of-disabled-capability',
  level: 'info',
  title: 'Controller of a capability that is off',
  check: (row) =>
    controllerRemarks(row, (controller, { capability, Name }) =>
      controller.kind === 'none' || row[capability]
        ? null
        : `${Name} is never asked: ${capability} is off for this number.`,
    ),
};
