/** What is broken already: half of a character, or the sign for one that was lost. */
const broken = /[\p{Surrogate}\ufffd]/gu;
/** Control characters, and those without a meaning: XML has no place for them, or advises against. */
const unprintable = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/gu;
/** What Excel would read as an escape, `_x0041_` for `A`. */
const escapes = /_(?=x[\da-f]{4}_)/gi;

/**
 * A text for a cell of an Excel file. XML turns a carriage return into a line feed, so it is escaped
 * as Office Open XML has it (ECMA-376, 22.9.2.19). write-excel-file would leave out more than what
 * cannot be written: U+FFFD, and the character beside half a one.
 */
export const xlsxText = (text: string): string =>
  text
    .replace(broken, '?')
    .replace(unprintable, '')
    .replace(escapes, '_x005F_')
    .replaceAll('\r', '_x000D_');
