import type { RentedNumber } from '#contract/number.ts';
import { identifyNumber } from './identify-number.ts';
import type { WireNumber } from './wire.ts';

/**
 * A wire row as the browser may see it. Fields are copied one by one, so that a field the vendor
 * adds later stays on the server; `token` is reduced to `has_token`.
 */
export function toContract(row: WireNumber): RentedNumber {
  return {
    number_sid: row.number_sid,
    account_sid: row.account_sid,
    number: row.number,
    ...identifyNumber(row.number, row.country_code),
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
    has_token: row.token !== null && row.token !== '',
  };
}
