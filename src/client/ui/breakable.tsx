/** An address or identifier with line breaks allowed behind its marks. */
export const breakable = (text: string) =>
  text.split(/(?<=[/?&=._%-])/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have nothing but their place.
    <span key={at}>
      <span>{part}</span>
      <wbr />
    </span>
  ));
