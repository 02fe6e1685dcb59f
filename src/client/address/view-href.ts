import { type Address, addressCodecs } from './address.ts';

/** The address with some of it changed, for a link that can be opened elsewhere; nothing is opened there. */
export function viewHref(change: Partial<Pick<Address, 'show' | 'q' | 'number'>>): string {
  const parameters = new URLSearchParams(location.search);
  parameters.delete('open');
  for (const name of ['q', 'number', 'show'] as const) {
    const value = change[name];
    if (value === undefined) continue;
    parameters.delete(name);
    if (value !== null) parameters.set(name, addressCodecs[name].serialize(value as never));
  }
  const search = String(parameters).replaceAll('%2C', ',');
  return location.pathname + (search && `?${search}`);
}
