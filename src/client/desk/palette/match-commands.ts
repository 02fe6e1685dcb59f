import type { Command } from './command.ts';

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** How well a command fits, the least the best; null when a word that was typed is not in it. */
function rank({ group, label, also = '' }: Command, typed: readonly string[]): number | null {
  const own = wordsOf(label);
  const all = [...own, ...wordsOf(group), ...wordsOf(also)];
  let sum = 0;
  for (const [at, word] of typed.entries()) {
    if (own[at]?.startsWith(word)) continue;
    if (own.some((one) => one.startsWith(word))) sum += 1;
    else if (all.some((one) => one.startsWith(word))) sum += 2;
    else if (word.length > 2 && all.some((one) => one.includes(word))) sum += 4;
    else return null;
  }
  return sum;
}

/** The commands a text is about, the best first, their own order among equals. */
export function matchCommands(
  commands: readonly Command[],
  text: string,
  most: number,
): readonly Command[] {
  const typed = wordsOf(text);
  if (typed.length === 0) return commands.filter(({ isQuiet }) => !isQuiet);
  return commands
    .flatMap((command) => {
      const fit = rank(command, typed);
      return fit === null ? [] : [{ command, fit }];
    })
    .sort((a, b) => a.fit - b.fit)
    .slice(0, most)
    .map(({ command }) => command);
}
