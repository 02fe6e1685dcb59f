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
