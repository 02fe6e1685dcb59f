/** A cell between quotes, those inside it doubled, where it holds what `needsQuotes` finds. */
export const quoteCell = (text: string, needsQuotes: RegExp): string =>
  needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
