import type { RentedNumber } from '#contract/number.ts';
import { type Identity, identifyNumber } from './identify-number.ts';
import type { WireNumber } from './wire.ts';

/** The fields of a number that come from the API as they are. */
type GivenFields = Omit<RentedNumber, keyof Identity | 'has_token'>;

/**
 * A number as the browser may see it. Fields are copied one by one, so that nothing else of a row,
 * such as a field that the vendor adds later, leaves the server.
 */
export const rentedNumber = (
  row: GivenFields,
  identity: Identity,
  has_token: boolean,
): RentedNumber => ({
  number_sid: row.number_sid,
  account_sid: row.account_sid,
  number: row.number,
  ...identity,
  name: row.name,
  country_code: row.country_code,
  country_name: row.country_name,
  type: row.type,
  call_controller: row.call_controller,
  call_method: row.call_method,
  msg_controller: row.msg_controller,
  msg_method: row.msg_method,
  call_app_sid: row.call_app_sid,
  msg_app_sid: row.msg_app_sid,
  endpoint_sid: row.endpoint_sid,
  created: row.created,
  updated: row.updated,
  voice: row.voice,
  messaging: row.messaging,
  mode: row.mode,
  has_token,
});

/** A wire row as the browser may see it: `token` is reduced to `has_token`. */
export const toContract = (row: WireNumber): RentedNumber =>
  rentedNumber(
    row,
    identifyNumber(row.number, row.country_code),
    row.token !== null && row.token !== '',
  );
