import { isPlaceholderApplication } from '#contract/placeholder-application.ts';
import { readController } from '../controllers/read-controller.ts';
import type { NumberRule } from '../rule.ts';
import { vendorDocs } from '../vendor-docs.ts';

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

/** SIP trunking is on, and no endpoint is linked. */
export const trunkWithoutEndpoint: NumberRule = {
  id: 'trunk-without-endpoint',
  level: 'error',
  title: 'Trunk without an endpoint',
  remedy: 'Link a SIP endpoint to the number, or set another mode.',
  docs: vendorDocs('link-endpoint-number', 'endpoint_sid'),
  check({ mode, endpoint_sid }) {
    if (mode !== 'end_point' || endpoint_sid) return [];
    const message =
      'Calls have nowhere to go: the number is in SIP trunking mode (end_point), but no endpoint is linked to it.';
    return [{ field: 'endpoint_sid', message }];
  },
};

/** An endpoint is linked, and the mode does not use it. */
export const endpointWithoutTrunk: NumberRule = {
  id: 'endpoint-without-trunk',
  level: 'warning',
  title: 'Endpoint without trunk mode',
  remedy: 'Set the mode to end_point, or unlink the endpoint.',
  check({ mode, endpoint_sid }) {
    if (mode === 'end_point' || !endpoint_sid) return [];
    const shown = mode ? `mode is ${mode}` : 'no mode is set';
    const message = `The linked endpoint gets no calls: ${shown}, and only end_point mode sends calls to a SIP trunk.`;
    return [{ field: 'mode', message }];
  },
};

/** A number for phones or SIP that cannot take calls. */
export const sipWithoutVoice: NumberRule = {
  id: 'sip-without-voice',
  level: 'warning',
  title: 'SIP without voice',
  remedy: 'Ask Apifonica to turn voice on. If the number needs no calls, accept the finding.',
  check({ mode, type, voice }) {
    if (voice || (mode !== 'sip_phone' && type !== 'sip')) return [];
    const what =
      mode === 'sip_phone'
        ? 'The number is linked to phones (sip_phone mode)'
        : 'The number is a SIP number';
    return [{ field: 'voice', message: `${what}, but voice is off, so no call comes through.` }];
  },
};

/** A number that can neither be called nor be written to. */
export const noCapability: NumberRule = {
  id: 'no-capability',
  level: 'warning',
  title: 'Neither voice nor messaging',
  remedy: 'Ask Apifonica to turn on voice or messaging, or give the number back.',
  check({ voice, messaging }) {
    if (voice || messaging) return [];
    const message = 'The number cannot be used: voice and messaging are both off.';
    return [{ field: 'voice', message }];
  },
};

const isChosen = (sid: string | null) =>
  sid !== null && sid !== '' && !isPlaceholderApplication(sid);

/** Both applications are chosen, which the vendor documents as impossible. */
export const twoApplications: NumberRule = {
  id: 'two-applications',
  level: 'warning',
  title: 'Two applications',
  remedy: 'Keep one of the two applications, and remove the other.',
  docs: vendorDocs('update-phone-number-parameters', 'only one of the parameters'),
  check({ call_app_sid, msg_app_sid }) {
    if (!isChosen(call_app_sid) || !isChosen(msg_app_sid)) return [];
    const message =
      'A change of this number may be refused or drop one of them: both a calling and a messaging application are set, and the documentation allows only one of the two.';
    return [{ field: 'msg_app_sid', message }];
  },
};
