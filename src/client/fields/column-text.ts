import type { RentedNumber } from '#contract/number.ts';
import { formatDay } from '../lib/format.ts';
import * as words from '../words/print.ts';
import * as table from '../words/table.ts';
import type { ColumnId } from './columns.ts';
import { rowCountry } from './country-name.ts';
import { type Destination, messageDestination, voiceDestination } from './destination.ts';
import { typeLabel } from './type-label.ts';

/** Paper has no title to hover over, so nothing is shortened. */
function destination(to: Destination): string {
  switch (to.kind) {
    case 'url':
      return to.url;
    case 'application':
      return words.application(to.sid);
    case 'endpoint':
      return words.endpoint(to.sid);
    case 'nowhere':
      return words.nowhere;
    case 'off':
      return '';
  }
}

const texts: Record<ColumnId, (row: RentedNumber) => string | null> = {
  number: (row) => row.number_display,
  name: (row) => row.name,
  country: (row) => rowCountry(row),
  type: (row) => typeLabel(row.type),
  capabilities: (row) =>
    [row.voice && table.voice, row.messaging && table.sms].filter(Boolean).join(', ') ||
    words.noCapability,
  mode: (row) => row.mode,
  voice_to: (row) => destination(voiceDestination(row)),
  messages_to: (row) => destination(messageDestination(row)),
  created: (row) => row.created && formatDay(row.created),
  updated: (row) => row.updated && formatDay(row.updated),
  number_sid: (row) => row.number_sid,
  account_sid: (row) => row.account_sid,
  endpoint_sid: (row) => row.endpoint_sid,
  call_app_sid: (row) => row.call_app_sid,
  msg_app_sid: (row) => row.msg_app_sid,
  call_method: (row) => row.call_method,
  msg_method: (row) => row.msg_method,
  has_token: (row) => (row.has_token ? table.set : null),
};

/** What a column says of a row, in full and as text. */
export const columnText = (id: ColumnId, row: RentedNumber): string => texts[id](row) ?? '';
