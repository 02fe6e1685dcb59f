/** Quotes a cell that `needsQuotes` matches, and doubles the quotes inside. */
export const quoteCell = (text: string, needsQuotes: RegExp): string =>
  needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
