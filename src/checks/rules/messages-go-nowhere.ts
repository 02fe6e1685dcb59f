import { isPlaceholderApplication } from '#contract/placeholder-application.ts';
import { readController } from '../controllers/read-controller.ts';
import type { NumberRule } from '../rule.ts';

/**
 * Messaging is on, but neither a controller nor an application takes the events. A warning, because
 * a number may be for sending only.
 */
export const messagesGoNowhere: NumberRule = {
  id: 'messages-go-nowhere',
  level: 'warning',
  title: 'Messages go nowhere',
  remedy:
    'Set a message controller or a messaging application. If the number only sends messages and needs no events, accept the finding.',
  check({ messaging, msg_controller, msg_app_sid }) {
    if (!messaging || readController(msg_controller).kind !== 'none') return [];
    if (msg_app_sid && !isPlaceholderApplication(msg_app_sid)) return [];
    const application = msg_app_sid ? `only the placeholder ${msg_app_sid}` : 'no application';
    const message = `Incoming messages and delivery events are lost: messaging is on, but there is no message controller and ${application}.`;
    return [{ field: 'msg_controller', message }];
  },
};
