import { type Address, type AddressCodec, addressCodecs } from './address.ts';

type Name = keyof Address;

export const addressNames = Object.keys(addressCodecs) as Name[];

/** The codec of a name, for a value of any type: each value goes to the codec of its own name. */
const codecOf = (name: Name) => addressCodecs[name] as AddressCodec<unknown>;

/** Commas stay as people write them. */
const toSearch = (parameters: URLSearchParams): string =>
  parameters.size === 0 ? '' : `?${String(parameters).replaceAll('%2C', ',')}`;

/**
 * Reads a query string. An absent or unreadable value is null; `refused` has the unreadable ones, as
 * they are written. Of a repeated parameter the first one counts.
 */
export function readAddress(search: string): { values: Address; refused: [Name, string][] } {
  const parameters = new URLSearchParams(search);
  const refused: [Name, string][] = [];
  const values = addressNames.map((name) => {
    const text = parameters.get(name);
    const value = text === null ? null : codecOf(name).parse(text);
    if (text !== null && value === null) refused.push([name, text]);
    return [name, value];
  });
  return { values: Object.fromEntries(values) as Address, refused };
}

/**
 * Writes values into a query string: null removes one, and an undefined one stays as it is. What is
 * written is always in the order of the codecs.
 *
 * @returns '' or a text that begins with `?`.
 */
export function writeAddress(values: Partial<Address>, search = ''): string {
  const parameters = new URLSearchParams(search);
  for (const name of addressNames) {
    const value = values[name];
    if (value === undefined) continue;
    parameters.delete(name);
    if (value !== null) parameters.set(name, codecOf(name).serialize(value));
  }
  return toSearch(parameters);
}

/** A query string without unreadable and repeated values; the rest stays as it is. */
export function cleanSearch(search: string): string {
  const parameters = new URLSearchParams(search);
  for (const name of addressNames) {
    const text = parameters.get(name);
    if (text === null) continue;
    if (codecOf(name).parse(text) === null) parameters.delete(name);
    else parameters.set(name, text);
  }
  return toSearch(parameters);
}
