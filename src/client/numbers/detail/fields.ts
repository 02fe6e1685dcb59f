import type { RentedNumber } from '#contract/number.ts';
import { isPlaceholderApplication } from '#contract/placeholder-application.ts';
import { formatMoment, formatOriginal } from '../../lib/format.ts';
import { typeLabel } from '../type-label.ts';

export interface DetailField {
  label: string;
  /** Plain words for what the field means. */
  meaning: string;
  /** What is shown, or null for what is not set. */
  text: string | null;
  /** A remark beside the value. */
  remark?: string | undefined;
  /** An identifier or address: shown in full, in monospace, with a copy button. */
  isCode?: boolean;
  /** The SIP secret, which may be revealed where the server allows it. */
  isToken?: boolean;
}

export interface DetailGroup {
  title: string;
  fields: DetailField[];
}

const onOff = (isOn: boolean) => (isOn ? 'On' : 'Off');

const modes = new Map([
  ['xml', 'XML instructions'],
  ['end_point', 'SIP trunk'],
  ['sip_phone', 'SIP phone'],
]);

function application(sid: string | null, what: string): DetailField {
  return {
    label: 'Application',
    meaning: `The Apifonica application that handles ${what}`,
    text: sid || null,
    remark: sid && isPlaceholderApplication(sid) ? 'default: none chosen' : undefined,
    isCode: true,
  };
}

const date = (label: string, meaning: string, iso: string): DetailField => ({
  label,
  meaning,
  text: formatMoment(iso),
  remark: formatOriginal(iso),
});

/** Every field of the API for one number, grouped, in words. */
export function detailGroups(row: RentedNumber): DetailGroup[] {
  return [
    {
      title: 'Voice',
      fields: [
        {
          label: 'Capability',
          meaning: 'Whether the number takes and makes calls',
          text: onOff(row.voice),
        },
        {
          label: 'Controller',
          meaning: 'Apifonica asks this address what to do with an incoming call',
          text: row.call_controller || null,
          isCode: true,
        },
        { label: 'Method', meaning: 'How the controller is asked', text: row.call_method || null },
        application(row.call_app_sid, 'calls'),
        {
          label: 'Mode',
          meaning:
            'What answers a call: instructions from the controller, a SIP trunk or a SIP phone',
          text: row.mode ? (modes.get(row.mode) ?? row.mode) : null,
          remark: row.mode && modes.has(row.mode) ? row.mode : undefined,
        },
        {
          label: 'Endpoint SID',
          meaning: 'The SIP endpoint that calls go to in trunk mode',
          text: row.endpoint_sid || null,
          isCode: true,
        },
      ],
    },
    {
      title: 'Messaging',
      fields: [
        {
          label: 'Capability',
          meaning: 'Whether the number takes and sends messages',
          text: onOff(row.messaging),
        },
        {
          label: 'Controller',
          meaning: 'Apifonica posts message events to this address',
          text: row.msg_controller || null,
          isCode: true,
        },
        { label: 'Method', meaning: 'How the controller is called', text: row.msg_method || null },
        application(row.msg_app_sid, 'messages'),
      ],
    },
    {
      title: 'Identity',
      fields: [
        { label: 'Number', meaning: 'Exactly as the API gives it', text: row.number, isCode: true },
        { label: 'Name', meaning: 'The text given to the number', text: row.name || null },
        { label: 'Type', meaning: 'Kind of number', text: typeLabel(row.type), remark: row.type },
        {
          label: 'Country',
          meaning: 'Where the number belongs',
          text: row.country_name,
          remark: row.country_code,
        },
        {
          label: 'Number SID',
          meaning: 'Identifies the number in the API',
          text: row.number_sid,
          isCode: true,
        },
        {
          label: 'Account SID',
          meaning: 'The account that rents it',
          text: row.account_sid,
          isCode: true,
        },
        {
          label: 'SIP token',
          meaning: 'The SIP secret of the number, kept on the server',
          text: row.has_token ? 'Set, kept on the server' : null,
          isToken: true,
        },
        date('Rented', 'When the account rented it', row.created),
        date('Updated', 'When its settings last changed', row.updated),
      ],
    },
  ];
}
