import { type Address, addressCodecs } from './address.ts';

/** What belongs to one look at the list and not to a view of it. */
const apart: readonly string[] = ['open', 'view', 'columns', 'density'];

const viewNames = (Object.keys(addressCodecs) as (keyof Address)[]).filter(
  (name) => !apart.includes(name),
);

const codecOf = (
  name: keyof Address,
): { parse(text: string): unknown; serialize(value: never): string } => addressCodecs[name];

/** Filters, search and sort of an address, always in the same order and spelling. */
export function viewQuery(address: Address): string {
  const parameters = new URLSearchParams();
  for (const name of viewNames) {
    const value = address[name];
    // The codec of a name is the one its value came from.
    if (value !== null) parameters.set(name, codecOf(name).serialize(value as never));
  }
  return String(parameters).replaceAll('%2C', ',');
}

/**
 * What a query sets in the address, null for what it leaves out, and the parts that cannot be read,
 * as they are written.
 */
export function readViewQuery(query: string): { change: Partial<Address>; dropped: string[] } {
  const parameters = new URLSearchParams(query);
  const dropped: string[] = [];
  const change = Object.fromEntries(
    viewNames.map((name) => {
      const text = parameters.get(name);
      const value = text === null ? null : codecOf(name).parse(text);
      if (text !== null && value === null) dropped.push(`${name}=${text}`);
      return [name, value];
    }),
  );
  for (const [name, text] of parameters) {
    if (!viewNames.some((known) => known === name)) dropped.push(`${name}=${text}`);
  }
  return { change, dropped };
}
