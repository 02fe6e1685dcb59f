/** Keeps both ends: `acc61de164b…56ec`. Never longer than `max` characters. */
export function shortenMiddle(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = Math.floor((max - 1) / 3);
  return `${text.slice(0, max - 1 - end)}…${text.slice(text.length - end)}`;
}
