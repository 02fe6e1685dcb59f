import type { Column } from './cut-list.ts';

/** The longest text beside a number that is kept. */
const longest = 100;

/** Marks around a text that separate it from the number. */
const edges = /^[\s:;,|/\\•·→<>\p{Pd}]+|[\s:;,|/\\•·→<>\p{Pd}]+$/gu;
const quotes = /^"(.*)"$/;
const bracket = /^[()]|[()]$/g;

/** A text without the marks around it, and without the bracket whose other half the number had. */
function bareText(text: string): string {
  const bare = text.replaceAll('""', '"').replace(edges, '').replace(quotes, '$1');
  const isTorn = bare.split('(').length !== bare.split(')').length;
  return (isTorn ? bare.replace(bracket, '').replace(edges, '') : bare).slice(0, longest);
}

/** Words that only say that a number follows, or of which kind it is. */
const label =
  /^\(?(?:tel|phone|telephone|telefon|téléphone|mobile|mobil|cell|cellular|handy|fax|sms|whatsapp|sip|uri|number|nummer|no|nr|ext)\.?\)?$/i;
/** A date in words, an amount, an e-mail address, a link. */
const other =
  /^(?:\p{Nd}{1,2}\.?[\s-]\p{L}{3,}\.?[\s-]\p{Nd}{2,4}|\p{Lu}{3}\s?[\p{Nd}.,]+|[\p{Nd}.,]+\s?\p{Lu}{3}|\S+@\S+|\w+:\/\/\S+)$/u;

/** A number may have been cut with marks of the text beside it. */
const aroundNumber = /^[^\p{Nd}\p{L}+＋(]+|[^\p{Nd}\p{L})]+$/gu;

function besideIn({ text }: Column, numbers: readonly string[]): string[] {
  if (!/\p{L}/u.test(text)) return [];
  let rest = text;
  for (const number of numbers) rest = rest.replace(number.replace(aroundNumber, ''), '\n');
  return rest
    .split('\n')
    .map(bareText)
    .filter((piece) => /\p{L}/u.test(piece) && !label.test(piece) && !other.test(piece));
}

/**
 * The texts beside the numbers of a line, mostly names: `Sales UK; +44 20 7946 0001` has `Sales UK`.
 *
 * @param numbers the numbers as they are written in the line.
 */
export const besideNumbers = (
  columns: readonly Column[],
  numbers: readonly string[],
): readonly string[] => columns.flatMap((column) => besideIn(column, numbers));

/** Names that differ only in case, width, spaces or marks around them are the same. */
const sameName = (text: string) =>
  bareText(text.normalize('NFKC')).replace(/\s+/g, ' ').toLowerCase();

/** The text beside a number that is our name, else all of them; null without any. */
export function nameBeside(texts: readonly string[], ours: string | null): string | null {
  if (texts.length === 0) return null;
  const same = ours === null ? undefined : texts.find((text) => sameName(text) === sameName(ours));
  return same ?? texts.join(', ');
}

/** Whether texts stand beside a number of which none is our name. */
export const isOtherName = (texts: readonly string[], ours: string | null): boolean =>
  texts.length > 0 && !texts.some((text) => sameName(text) === sameName(ours ?? ''));
