import type { RentedNumber } from '#contract/number.ts';
import type { Remark } from '../finding.ts';
import { type Controller, readController } from './read-controller.ts';

/** The two controllers of a number, and the words for sentences about them. */
const controllerSlots = [
  {
    field: 'call_controller',
    capability: 'voice',
    Name: 'The call controller',
    loss: 'incoming calls get no instructions',
    content: 'who calls whom, and what is to be done with the call',
  },
  {
    field: 'msg_controller',
    capability: 'messaging',
    Name: 'The message controller',
    loss: 'message events never arrive',
    content: 'who writes to whom, and the messages themselves',
  },
] as const;

type ControllerSlot = (typeof controllerSlots)[number];

/** The remarks of a rule that looks at each controller of a number by itself. */
export function controllerRemarks(
  row: RentedNumber,
  judge: (controller: Controller, slot: ControllerSlot) => string | null,
): Remark[] {
  const remarks: Remark[] = [];
  for (const slot of controllerSlots) {
    const message = judge(readController(row[slot.field]), slot);
    if (message !== null) remarks.push({ field: slot.field, message });
  }
  return remarks;
}
