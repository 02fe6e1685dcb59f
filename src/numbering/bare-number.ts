import { plainDigits } from '#contract/plain-digits.ts';

/** A vCard's property: `TEL;TYPE=CELL:`, `item1.TEL;waid=442079460001:`. */
const vcardProperty = /^(?:[\w-]+\.)?tel(?:;(?:"[^"]*"|[^":])*)?:/i;
/** Links that hold a number in their path or their query. */
const numberPath = /^(?:https?:\/\/)?(?:wa\.me|signal\.me\/#p|t\.me(?=\/\+))\/+/i;
const numberQuery = /^(?:https?|whatsapp|viber|tg):\/\/[^\s?]*\?(?:[^#\s]*&)?(?:phone|number)=/i;
/** Schemes of RFC 3966, RFC 3261, RFC 5724 and of programs that dial. */
const scheme =
  /^(?:value=uri:|uri:)?(?:tel|callto|sips?|im|sms|smsto|mms|mmsto|whatsapp|skype|facetime|facetime-audio|dial|fax|modem):(?:\/\/)?/i;
const hostOrQuery = /[@?&#].*$/;
const parameters = /(?:;(?:user|transport|isub|verstat|npdi|cpc)(?:=[^;]*)?)+$/i;
/** RFC 3966, section 5.1.5: the prefix that completes a local number. */
const context = /^([^+;]*);phone-context=(\+[\d\s().-]+)$/i;

/** An extension, which is dialled once the call is answered. */
const extension =
  /[\s,;(]*(?:(?<!\p{L})(?:extension|ext|extn|xtn|anexo|ramal|poste|interno|int|durchwahl|dw|доб|добавочный)|x|#)\s*[.:=]*\s*\d{1,6}\s*\)?$/iu;
/** A phone number that a spreadsheet stores as a decimal number: 442079460001.0 */
const noDecimals = /^(\D?\d{7,})[.,]0{1,2}$/;
/** Words before a number; none of their letters touches a digit. */
const label =
  /^(?=[^\d+]*\p{L})[^\d+]*?[^\p{L}\p{M}\d+([](?=[([]*[\d+])|^\p{L}[\p{L}\p{M}]*(?=\+)/u;
const marksBefore = /^[^\p{L}\p{M}\d+([]+/u;
const marksBehind = /[^\p{L}\p{M}\d)\]]+$/u;

const decoded = (address: string) =>
  address.replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The number in a link or a vCard's property; any other text stays unchanged. */
function fromAddress(text: string): string {
  const value = text.replace(vcardProperty, '').trim();
  const address = decoded(
    value.replace(numberQuery, '').replace(numberPath, '').replace(scheme, ''),
  );
  const isAddress = value !== text || address !== value || /^\+?\d+@[\w.-]+$/.test(text);
  if (!isAddress) return text;
  const number = address.replace(hostOrQuery, '').replace(parameters, '').replace(extension, '');
  const [, local, before] = context.exec(number) ?? [];
  return local === undefined ? number.replace(/;.*$/, '') : `${before}${local}`;
}

/**
 * The bare number in a text that is one phone number. What people and programs write around a
 * number is removed: a link's scheme, a vCard's property, a label, an extension, quotes, a
 * spreadsheet's `.0`.
 *
 * @returns digits 0 to 9 and the marks between them; letters only where the number itself has some.
 */
export function bareNumber(text: string): string {
  const plain = plainDigits(text).replace(marksBefore, '');
  return fromAddress(plain)
    .replace(label, '')
    .replace(marksBehind, '')
    .replace(extension, '')
    .replace(marksBehind, '')
    .replace(noDecimals, '$1');
}
