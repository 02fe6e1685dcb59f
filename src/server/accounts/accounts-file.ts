import { dirname, resolve } from 'node:path';
import { closest } from 'fastest-levenshtein';
import * as v from 'valibot';
import type { Environment, TextFile } from '../environment.ts';
import { type AccountSetting, accountSidPattern } from './account.ts';

/** V8 quotes so many characters on each side of a wrong one (`kMaxContextCharacters`). */
const quotedAround = 10;

/** Where a text stops being JSON, by the words of `JSON.parse`; null where they do not tell. */
function faultyPosition(text: string, words: string): number | null {
  const [, position] = / JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(words) ?? [];
  if (position !== undefined) return Number(position);
  if (words === 'Unexpected end of JSON input') return text.length;
  // For a wrong character the message quotes its surroundings only.
  const quoting = /^Unexpected token .+?, (\.{3})?"(.*)"(\.{3})? is not valid JSON$/s;
  const [, cutBefore, quoted = '', cutAfter] = quoting.exec(words) ?? [];
  if (cutBefore !== undefined) {
    const at = text.indexOf(quoted);
    const isUnique = at >= 0 && text.lastIndexOf(quoted) === at;
    return isUnique ? at + quotedAround : null;
  }
  return cutAfter === undefined ? null : quoted.length - quotedAround;
}

/**
 * The line, from 1, at which a text stops being JSON; null where this cannot be told. The words of
 * the error quote the text, so nobody else may see them.
 *
 * @param error what `JSON.parse` has thrown for the text.
 */
export function faultyLine(text: string, { message }: SyntaxError): number | null {
  const position = faultyPosition(text, message);
  if (position === null) return null;
  // Empty lines at the end are not where anything is missing.
  const end = Math.min(position, text.trimEnd().length);
  return text.slice(0, end).split('\n').length;
}

/** Room for a thousand accounts, each with the groups that may read it. */
export const mostFileBytes = 1024 * 1024;
const mostAccounts = 1000;

const idPattern = /^[a-z0-9-]{1,40}$/;
const groups = v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200)));

/** Names are shown in one line of text. */
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u;

const entrySchema = v.object({
  id: v.pipe(v.string(), v.regex(idPattern)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80), v.regex(oneLine)),
  account_sid: v.pipe(v.string(), v.regex(accountSidPattern)),
  auth_token_file: v.pipe(v.string(), v.minLength(1)),
  groups: v.optional(
    v.strictObject({ viewer: v.optional(groups, []), operator: v.optional(groups, []) }),
  ),
  concurrency: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64))),
});

type Field = keyof typeof entrySchema.entries;

const fields = Object.keys(entrySchema.entries) as Field[];

const expected: Record<Field, string> = {
  id: '1 to 40 small letters, digits and dashes',
  name: 'one line of 1 to 80 characters',
  account_sid: 'letters, digits, dashes and underscores only, 64 at the most',
  auth_token_file: 'the path of a file, from the folder of ACCOUNTS_FILE',
  groups: 'an object with "viewer" and "operator", each a list of names of groups',
  concurrency: 'a whole number from 1 to 64',
};

const isField = (name: string): name is Field => fields.some((field) => field === name);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list in the file, or its fault as the end of a sentence. */
function readList(text: string): { entries?: readonly unknown[]; fault?: string } {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    const line = error instanceof SyntaxError ? faultyLine(text, error) : null;
    return { fault: line === null ? 'is not JSON' : `is not JSON from line ${line} on` };
  }
  if (!Array.isArray(list)) return { fault: 'must hold a list of accounts: [{ "id": … }]' };
  if (list.length === 0) return { fault: 'holds no account' };
  if (list.length > mostAccounts) return { fault: `holds more than ${mostAccounts} accounts` };
  return { entries: list };
}

/** All faults of the fields of one entry. */
function faultsOf(entry: Record<string, unknown>): string[] {
  const unknown = Object.keys(entry)
    .filter((name) => !isField(name))
    .map((name) => {
      const shown = JSON.stringify(name.slice(0, 40));
      return `${shown} is no field of an account; the nearest is ${closest(name, fields)}`;
    });
  const wrong = fields
    .filter((field) => !v.is(entrySchema.entries[field], entry[field]))
    .map((field) => `${field} must be ${expected[field]}`);
  return [...unknown, ...wrong];
}

/**
 * Reads the accounts of a file, and their token files. Every fault is refused in a line of its own,
 * which names the entry and the field, and never quotes a token.
 *
 * @param concurrency the concurrency of an account that names none.
 */
export function readAccountsFile(
  env: Environment,
  { path, text }: TextFile,
  concurrency: number,
): AccountSetting[] {
  const { entries, fault } = readList(text);
  if (entries === undefined) {
    env.refuse(`ACCOUNTS_FILE ${fault}: ${path}.`);
    return [];
  }
  /** The first entry with an id, and the first with an account SID. */
  const firstWith = { id: new Map<string, number>(), account_sid: new Map<string, number>() };

  return entries.flatMap((entry, at) => {
    const number = at + 1;
    const refuse = (words: string) => {
      const id = isObject(entry) && v.is(entrySchema.entries.id, entry.id) ? ` (${entry.id})` : '';
      env.refuse(`Entry ${number}${id} of ACCOUNTS_FILE ${path}: ${words}.`);
      return [];
    };
    if (!isObject(entry)) return refuse('an account must be an object, { "id": … }');
    for (const words of faultsOf(entry)) refuse(words);
    for (const field of ['id', 'account_sid'] as const) {
      const value = entry[field];
      if (typeof value !== 'string') continue;
      const first = firstWith[field].get(value);
      if (first === undefined) firstWith[field].set(value, number);
      else refuse(`${field} is that of entry ${first} too`);
    }
    const read = v.safeParse(entrySchema, entry);
    if (!read.success) return [];
    const { id, name, account_sid: accountSid, auth_token_file, groups = null } = read.output;
    const tokenFile = resolve(dirname(path), auth_token_file);
    const { text: authToken, fault: unread } = env.secretFile(tokenFile);
    if (authToken === undefined) return refuse(`auth_token_file names a file that ${unread}`);
    const { concurrency: own = concurrency } = read.output;
    const account = { id, name, accountSid, concurrency: own, groups };
    return { account, authToken, tokenFile };
  });
}
