import { readController } from '../controllers/read-controller.ts';
import type { NumberRule } from '../rule.ts';

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
