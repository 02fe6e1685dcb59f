import type { RentedNumber } from '#contract/number.ts';
import { isPlaceholderApplication } from '#contract/placeholder-application.ts';
import { formatMoment, formatOriginal } from '../lib/format.ts';
import * as words from '../words/detail.ts';
import { rowCountry } from './country-name.ts';
import { typeLabel } from './type-label.ts';

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

interface DetailGroup {
  title: string;
  fields: DetailField[];
}

type Known = keyof typeof words.fields;
type Value = Pick<DetailField, 'text' | 'remark' | 'isCode' | 'isToken'>;

const field = (name: Known, value: Value): DetailField => ({
  name,
  ...words.fields[name],
  ...value,
});

const code = (name: Known, text: string | null, remark?: string) =>
  field(name, { text: text || null, remark, isCode: true });

const plain = (name: Known, text: string | null, remark?: string) =>
  field(name, { text: text || null, remark });

const onOff = (isOn: boolean) => (isOn ? words.on : words.off);

const modes = new Map(Object.entries(words.modes));

const application = (name: Known, sid: string | null) =>
  code(name, sid, sid && isPlaceholderApplication(sid) ? words.noneChosen : undefined);

const date = (name: Known, iso: string | null) =>
  iso ? plain(name, formatMoment(iso), formatOriginal(iso)) : plain(name, null, words.noDate);

function country(row: RentedNumber): DetailField {
  const { country_code, country_name } = row;
  const shown = rowCountry(row);
  const isCalledSo = country_name === shown || country_name === '';
  const remark = isCalledSo ? country_code : words.countryInApi(country_code, country_name);
  return plain('country_code', shown, remark);
}

/** Every field of the API for one number, grouped, in words. */
export function detailGroups(row: RentedNumber): DetailGroup[] {
  const mode = row.mode && modes.get(row.mode);
  return [
    {
      title: words.groups.voice,
      fields: [
        plain('voice', onOff(row.voice)),
        code('call_controller', row.call_controller),
        plain('call_method', row.call_method),
        application('call_app_sid', row.call_app_sid),
        plain('mode', mode || row.mode, mode && row.mode ? row.mode : undefined),
        code('endpoint_sid', row.endpoint_sid),
      ],
    },
    {
      title: words.groups.messaging,
      fields: [
        plain('messaging', onOff(row.messaging)),
        code('msg_controller', row.msg_controller),
        plain('msg_method', row.msg_method),
        application('msg_app_sid', row.msg_app_sid),
      ],
    },
    {
      title: words.groups.identity,
      fields: [
        code('number', row.number),
        plain('name', row.name),
        plain('type', typeLabel(row.type), row.type),
        country(row),
        code('number_sid', row.number_sid),
        code('account_sid', row.account_sid),
        field('has_token', { text: row.has_token ? words.tokenKept : null, isToken: true }),
        date('created', row.created),
        date('updated', row.updated),
      ],
    },
  ];
}
