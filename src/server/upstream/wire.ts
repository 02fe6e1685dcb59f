import * as v from 'valibot';
import { isFilterText } from '#contract/filters.ts';
import { isoFromRfc2822 } from './rfc2822.ts';

/** A valid row of the vendor; dates are ISO 8601 with their offset. */
export interface WireNumber {
  number_sid: string;
  account_sid: string;
  number: string;
  token: string | null;
  name: string | null;
  country_code: string;
  country_name: string;
  type: string;
  call_controller: string | null;
  call_method: string | null;
  msg_controller: string | null;
  msg_method: string | null;
  call_app_sid: string | null;
  msg_app_sid: string | null;
  endpoint_sid: string | null;
  created: string | null;
  updated: string | null;
  voice: boolean;
  messaging: boolean;
  mode: string | null;
}

/** The names of unreadable fields; never their values. */
export interface WireFaults {
  /** Fields for which a row was left out. */
  rows: Set<string>;
  /** Fields whose value is missing in a row, one entry for each value. */
  values: string[];
}

const longestText = 2048;

// The text of a field; undefined when it is missing, empty or too long.
const filled = (value: unknown) =>
  typeof value === 'string' && value !== '' && value.length <= longestText ? value : undefined;
/** Text that may be all digits, which some JSON writers turn into a number. */
const digitsOrText = (value: unknown) =>
  filled(Number.isSafeInteger(value) && Number(value) > 0 ? String(value) : value);
const flag = (value: unknown) => {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
};

/** Reads the optional fields of a row. null, '' and a missing field are no faults. */
function reader(row: Readonly<Record<string, unknown>>, unread: string[]) {
  function read<T>(name: string, missing: T, known: (text: string) => T | undefined): T {
    const value = row[name];
    if (value === null || value === undefined) return missing;
    const read = typeof value === 'string' ? known(value) : undefined;
    if (read === undefined) unread.push(name);
    return read ?? missing;
  }
  const short = (text: string) => (text.length <= longestText ? text : undefined);
  const askable = (text: string) => (text === '' || isFilterText(text) ? text : undefined);
  return {
    text: (name: string) => read<string | null>(name, null, short),
    word: (name: string) => read(name, '', short),
    /** A value that can be used as a filter. */
    kind: (name: string) => read(name, '', askable),
    date: (name: string) =>
      row[name] === ''
        ? null
        : read<string | null>(name, null, (text) => isoFromRfc2822(text) ?? undefined),
  };
}

/**
 * One row as the vendor sends it. Unknown fields are dropped by construction; `name` is newer than
 * most copies of the documentation, so it may be missing, like every field that can be null.
 * Written by hand: a schema took five times as long for the four hundred fields of a page, more
 * than reading the JSON and writing it again.
 *
 * An unreadable value is dropped, and its row kept. A row is left out only without its SID, its
 * number, or one of the two capabilities: the proof of a walk divides by capabilities, and would
 * miss a row with any other value silently.
 *
 * Source: "Get List of Rented Numbers", response parameters.
 *
 * @returns null for an invalid row.
 */
export function readWireNumber(value: unknown, faults: WireFaults): WireNumber | null {
  if (typeof value !== 'object' || value === null) {
    faults.rows.add('(row)');
    return null;
  }
  const row = value as Readonly<Record<string, unknown>>;
  const number_sid = digitsOrText(row.number_sid);
  const number = digitsOrText(row.number);
  const voice = flag(row.voice);
  const messaging = flag(row.messaging);
  if (
    number_sid === undefined ||
    number === undefined ||
    voice === undefined ||
    messaging === undefined
  ) {
    for (const [name, read] of Object.entries({ number_sid, number, voice, messaging })) {
      if (read === undefined) faults.rows.add(name);
    }
    return null;
  }
  const { text, word, kind, date } = reader(row, faults.values);
  return {
    number_sid,
    account_sid: word('account_sid'),
    number,
    token: text('token'),
    name: text('name'),
    country_code: kind('country_code'),
    country_name: word('country_name'),
    type: kind('type'),
    call_controller: text('call_controller'),
    call_method: text('call_method'),
    msg_controller: text('msg_controller'),
    msg_method: text('msg_method'),
    call_app_sid: text('call_app_sid'),
    msg_app_sid: text('msg_app_sid'),
    endpoint_sid: text('endpoint_sid'),
    created: date('created'),
    updated: date('updated'),
    voice,
    messaging,
    mode: text('mode'),
  };
}

/**
 * The envelope of a page. `next` must be present, and null at the end: an answer without it may
 * have been cut on the way, and reading it as the last page would lose the rest of the list
 * silently.
 */
export const wirePageSchema = v.object({
  limit: v.optional(v.unknown()),
  prev: v.optional(v.nullable(v.string()), null),
  next: v.nullable(v.string()),
  numbers: v.array(v.unknown()),
});
