import type { RentedNumber } from '#contract/number.ts';
import { isolate } from '../lib/format.ts';

/** Texts of the details of a number. */
export const details = 'Number details';
export const previous = 'Previous number';
export const next = 'Next number';
export const close = 'Close details';
export const back = 'Back to the numbers';
export const explain = 'Explain the fields';
export const widthOfDetails = 'Width of the details';
export const dragToResize = 'Drag to resize; double-click for the usual width';
export const pixels = (width: number) => `${width} pixels`;
export const summary = (country: string, type: string, day: string | null) =>
  [isolate(country), isolate(type), day === null ? '' : `rented ${day}`]
    .filter((part) => part !== '')
    .join(' · ');
/** Follows "Not set" for a date that is missing or that the server could not read. */
export const noDate = 'or not readable';
/** Announces the number that a step from finding to finding opened. */
export const opened = (number: string, findings: string) => `${number}: ${findings}`;
export const notAmongShown = 'This number is not among the rows shown.';
export const notListed =
  'This number is not among the loaded rows, and Apifonica does not list it for this account. It may no longer be rented.';

export const groups = { voice: 'Voice', messaging: 'Messaging', identity: 'Identity' };

/** Fields with a line of their own. The title shows the two derived numbers; a country's name is beside its code. */
type DetailedField = Exclude<keyof RentedNumber, 'number_display' | 'number_e164' | 'country_name'>;

/** The label and the meaning of each field of the API. */
export const fields = {
  voice: { label: 'Capability', meaning: 'Can make and receive calls' },
  call_controller: {
    label: 'Controller',
    meaning: 'Apifonica asks this address how to handle an incoming call',
  },
  call_method: { label: 'Method', meaning: 'HTTP method' },
  call_app_sid: { label: 'Application', meaning: 'The Apifonica application that handles calls' },
  mode: {
    label: 'Mode',
    meaning: 'What answers a call: instructions from the controller, a SIP trunk or a SIP phone',
  },
  endpoint_sid: {
    label: 'Endpoint SID',
    meaning: 'The SIP endpoint that calls go to in trunk mode',
  },
  messaging: { label: 'Capability', meaning: 'Can send and receive messages' },
  msg_controller: {
    label: 'Controller',
    meaning: 'Apifonica posts message events to this address',
  },
  msg_method: { label: 'Method', meaning: 'HTTP method' },
  msg_app_sid: { label: 'Application', meaning: 'The Apifonica application that handles messages' },
  number: { label: 'Number', meaning: 'Exactly as the API gives it' },
  name: { label: 'Name', meaning: 'The text given to the number' },
  type: { label: 'Type', meaning: 'Kind of number' },
  country_code: { label: 'Country', meaning: 'Country of the number' },
  number_sid: { label: 'Number SID', meaning: 'Identifies the number in the API' },
  account_sid: { label: 'Account SID', meaning: 'The account that rents the number' },
  has_token: { label: 'SIP token', meaning: 'The SIP secret of the number, kept on the server' },
  created: { label: 'Rented', meaning: 'When the account rented the number' },
  updated: { label: 'Updated', meaning: 'When the settings of the number last changed' },
} satisfies Record<DetailedField, { label: string; meaning: string }>;

export const on = 'On';
export const off = 'Off';
export const modes = {
  xml: 'XML instructions',
  end_point: 'SIP trunk',
  sip_phone: 'SIP phone',
};
export const noneChosen = 'default (none selected)';
export const tokenKept = 'Set, kept on the server';
/** For a country whose name differs from the name in the API. */
export const countryInApi = (code: string, name: string) =>
  `${isolate(code)}, ${isolate(name)} in the API`;

/** Fields that numbers can be filtered or searched by; each ends a sentence below. */
export const sameFields: Partial<Record<keyof RentedNumber, string>> = {
  voice: 'voice capability',
  call_controller: 'voice controller',
  call_app_sid: 'voice application',
  endpoint_sid: 'voice endpoint SID',
  messaging: 'messaging capability',
  msg_controller: 'messaging controller',
  msg_app_sid: 'messaging application',
  name: 'name',
  type: 'type',
  country_code: 'country',
};
export const showOnly = (field: string) => `Show only numbers with this ${field}`;
export const searchFor = (field: string) => `Search for numbers with this ${field}`;
export const sameMonth = 'Show only numbers rented in this month';

export const sipToken = 'SIP token';
export const mask = 'Mask';
export const show = 'Show';
export const goneAgain = 'hidden in 30 s';
export const asking = 'Asking…';
export const reveal = 'Reveal for 30 s';
export const tokenUnreadable = 'The SIP token could not be read';

/** The effects of the keys of the details, and of the edge of docked ones, for the sheet of keys. */
export const keys = {
  previousOrNext: 'Previous or next number',
  close: 'Close, and go back to the row',
  widerOrNarrower: 'Make the details wider or narrower',
  narrowestOrWidest: 'Narrowest or widest details',
  usualWidth: 'Usual width; also by a double click',
};
