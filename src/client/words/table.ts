import { isolate } from '../lib/format.ts';

/** Texts of the table: its headers and its cells. */
export const columns = {
  number: 'Number',
  name: 'Name',
  country: 'Country',
  type: 'Type',
  capabilities: 'Capabilities',
  finding: 'Finding',
  mode: 'Mode',
  voice_to: 'Voice goes to',
  messages_to: 'Messages go to',
  created: 'Rented',
  updated: 'Updated',
  number_sid: 'Number SID',
  account_sid: 'Account SID',
  endpoint_sid: 'Endpoint SID',
  call_app_sid: 'Call application',
  msg_app_sid: 'Message application',
  call_method: 'Call method',
  msg_method: 'Message method',
  has_token: 'SIP token',
};

export const menuOf = (column: string) => `Menu of ${column}`;

/** The documented types of numbers, in the order of the rail. */
export const types = {
  local: 'Local',
  mobile: 'Mobile',
  toll_free: 'Toll-free',
  sip: 'SIP',
};

export const international = 'International';
/** For a country code in another spelling than ISO's: Apifonica filters it separately. */
export const countryAndCode = (name: string, code: string) => `${isolate(name)} (${isolate(code)})`;

export const kinds = { application: 'app', endpoint: 'endpoint' };
export const destination = (kind: string, sid: string) => `${kind} · ${sid}`;

export const destinationOnPaper = (kind: string, sid: string) => `${kind} ${sid}`;

export const voice = 'Voice';
export const sms = 'SMS';
/** Between two capabilities. */
export const and = ' + ';
export const neither = 'No voice or SMS';
/** Follows a capability, for a screen reader. */
export const off = ' off';
export const nowhere = 'nowhere';
export const noCapability = 'none';
export const set = 'Set';
export const marks = { new: 'new', changed: 'changed', gone: 'gone' };
export const openDetails = (number: string) => `Open ${isolate(number)}`;
export const select = (number: string) => `Select ${number}`;
export const dates = (local: string, original: string) => `${local}\n${original}`;
