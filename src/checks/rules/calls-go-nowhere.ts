import { isPlaceholderApplication } from '#contract/placeholder-application.ts';
import { readController } from '../controllers/read-controller.ts';
import type { NumberRule } from '../rule.ts';

/** `xml` is the documented default, so a number without a mode is in XML mode. */
const isXml = (mode: string | null) => mode === null || mode === '' || mode === 'xml';

/** Voice is on in XML mode, but neither a controller nor an application handles the calls. */
export const callsGoNowhere: NumberRule = {
  id: 'calls-go-nowhere',
  level: 'error',
  title: 'Calls go nowhere',
  remedy: 'Set a call controller or a calling application for the number at Apifonica.',
  check({ voice, mode, call_controller, call_app_sid }) {
    if (!voice || !isXml(mode) || readController(call_controller).kind !== 'none') return [];
    if (call_app_sid && !isPlaceholderApplication(call_app_sid)) return [];
    const application = call_app_sid ? `only the placeholder ${call_app_sid}` : 'no application';
    const message = `Incoming calls will fail: voice is on in XML mode, but there is no call controller and ${application}.`;
    return [{ field: 'call_controller', message }];
  },
};
