import type { RentedNumber } from '#contract/number.ts';
import { isPlaceholderApplication } from '#contract/placeholder-application.ts';
import { formatMoment, formatOriginal } from '../../lib/format.ts';
import { typeLabel } from '../type-label.ts';

export interface DetailField {
  /** The field of the API that it tells. */
  name: keyof RentedNumber;
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

function application(row: RentedNumber, name: 'call_app_sid' | 'msg_app_sid', what: string) {
  const sid = row[name];
  return {
    name,
    label: 'Application',
    meaning: `The Apifonica application that handles ${what}`,
    text: sid || null,
    remark: sid && isPlaceholderApplication(sid) ? 'default: none chosen' : undefined,
    isCode: true,
  } satisfies DetailField;
}

const date = (
  row: RentedNumber,
  name: 'created' | 'updated',
  label: string,
  meaning: string,
): DetailField => ({
  name,
  label,
  meaning,
  text: formatMoment(row[name]),
  remark: formatOriginal(row[name]),
});

/** Every field of the API for one number, grouped, in words. */
export function detailGroups(row: RentedNumber): DetailGroup[] {
  return [
    {
      title: 'Voice',
      fields: [
        {
          name: 'voice',
          label: 'Capability',
          meaning: 'Whether the number takes and makes calls',
          text: onOff(row.voice),
        },
        {
          name: 'call_controller',
          label: 'Controller',
          meaning: 'Apifonica asks this address what to do with an incoming call',
          text: row.call_controller || null,
          isCode: true,
        },
        {
          name: 'call_method',
          label: 'Method',
          meaning: 'How the controller is asked',
          text: row.call_method || null,
        },
        application(row, 'call_app_sid', 'calls'),
        {
          name: 'mode',
          label: 'Mode',
          meaning:
            'What answers a call: instructions from the controller, a SIP trunk or a SIP phone',
          text: row.mode ? (modes.get(row.mode) ?? row.mode) : null,
          remark: row.mode && modes.has(row.mode) ? row.mode : undefined,
        },
        {
          name: 'endpoint_sid',
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
          name: 'messaging',
          label: 'Capability',
          meaning: 'Whether the number takes and sends messages',
          text: onOff(row.messaging),
        },
        {
          name: 'msg_controller',
          label: 'Controller',
          meaning: 'Apifonica posts message events to this address',
          text: row.msg_controller || null,
          isCode: true,
        },
        {
          name: 'msg_method',
          label: 'Method',
          meaning: 'How the controller is called',
          text: row.msg_method || null,
        },
        application(row, 'msg_app_sid', 'messages'),
      ],
    },
    {
      title: 'Identity',
      fields: [
        {
          name: 'number',
          label: 'Number',
          meaning: 'Exactly as the API gives it',
          text: row.number,
          isCode: true,
        },
        {
          name: 'name',
          label: 'Name',
          meaning: 'The text given to the number',
          text: row.name || null,
        },
        {
          name: 'type',
          label: 'Type',
          meaning: 'Kind of number',
          text: typeLabel(row.type),
          remark: row.type,
        },
        {
          name: 'country_code',
          label: 'Country',
          meaning: 'Where the number belongs',
          text: row.country_name,
          remark: row.country_code,
        },
        {
          name: 'number_sid',
          label: 'Number SID',
          meaning: 'Identifies the number in the API',
          text: row.number_sid,
          isCode: true,
        },
        {
          name: 'account_sid',
          label: 'Account SID',
          meaning: 'The account that rents it',
          text: row.account_sid,
          isCode: true,
        },
        {
          name: 'has_token',
          label: 'SIP token',
          meaning: 'The SIP secret of the number, kept on the server',
          text: row.has_token ? 'Set, kept on the server' : null,
          isToken: true,
        },
        date(row, 'created', 'Rented', 'When the account rented it'),
        date(row, 'updated', 'Updated', 'When its settings last changed'),
      ],
    },
  ];
}
