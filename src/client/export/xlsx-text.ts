/** Characters that are broken already: half of a surrogate pair, or U+FFFD. */
const broken = /[\p{Surrogate}\ufffd]/gu;
/** Control characters and noncharacters: XML forbids them or advises against them. */
const unprintable = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/gu;
/** The beginning of a text that Excel would read as an escape: `_x0041_` means `A`. */
const escapes = /_(?=x[\da-f]{4}_)/gi;

/**
 * A text for a cell of an Excel file. XML turns a carriage return into a line feed, so the carriage
 * return is escaped as in ECMA-376, 22.9.2.19. write-excel-file drops more than it has to: U+FFFD,
 * and the character beside half of a surrogate pair.
 */
export const xlsxText = (text: string): string =>
  text
    .replace(broken, '?')
    .replace(unprintable, '')
    .replace(escapes, '_x005F_')
    .replaceAll('\r', '_x000D_');
