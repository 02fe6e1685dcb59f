import type { RentedNumber } from '#contract/number.ts';
import { isPlaceholderApplication } from '#contract/placeholder-application.ts';
import * as words from '../words/table.ts';

/** Where calls or messages of a number go, as its row says. */
export type Destination =
  | { kind: 'url'; url: string; host: string; rest: string }
  | { kind: 'application'; sid: string }
  | { kind: 'endpoint'; sid: string }
  | { kind: 'nowhere' }
  | { kind: 'off' };

const mostRemembered = 5000;
const remembered = new Map<string, Destination>();

/** Many numbers share an address, and reading one takes longer than all else about a row. */
function fromUrl(text: string): Destination {
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const read = readUrl(text);
  remembered.set(text, read);
  return read;
}

function readUrl(text: string): Destination {
  if (!URL.canParse(text)) return { kind: 'url', url: text, host: text, rest: '' };
  const { host, pathname, search } = new URL(text);
  return {
    kind: 'url',
    url: text,
    host: host || text,
    rest: pathname === '/' ? search : pathname + search,
  };
}

function destination(
  isOn: boolean,
  controller: string | null,
  application: string | null,
): Destination {
  if (controller) return fromUrl(controller);
  if (application && !isPlaceholderApplication(application))
    return { kind: 'application', sid: application };
  return { kind: isOn ? 'nowhere' : 'off' };
}

/** In trunk mode, calls go to the endpoint or nowhere: the controller is not asked. */
export function voiceDestination(row: RentedNumber): Destination {
  if (row.mode === 'end_point') {
    if (row.endpoint_sid) return { kind: 'endpoint', sid: row.endpoint_sid };
    return { kind: row.voice ? 'nowhere' : 'off' };
  }
  return destination(row.voice, row.call_controller, row.call_app_sid);
}

export const messageDestination = (row: RentedNumber): Destination =>
  destination(row.messaging, row.msg_controller, row.msg_app_sid);

/** A destination as one text, as the table shows it; null for none. */
export function destinationText(to: Destination): string | null {
  switch (to.kind) {
    case 'url':
      return to.host + to.rest;
    case 'application':
      return words.destination(words.kinds.application, to.sid);
    case 'endpoint':
      return words.destination(words.kinds.endpoint, to.sid);
    case 'nowhere':
    case 'off':
      return null;
  }
}

/**
 * An address without what may be secret in it: a name and a password before the host, and the values
 * of a query, which often are the keys of a webhook.
 */
const withoutSecrets = (url: string): string =>
  url.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*@/i, '$1//…@').replace(/([?#]).+/s, '$1…');

/** A destination as text on paper, which is handed on: identifiers in full, addresses without secrets. */
export function destinationOnPaper(to: Destination): string {
  switch (to.kind) {
    case 'url':
      return withoutSecrets(to.url);
    case 'application':
    case 'endpoint':
      return words.destinationOnPaper(words.kinds[to.kind], to.sid);
    case 'nowhere':
      return words.nowhere;
    case 'off':
      return '';
  }
}
