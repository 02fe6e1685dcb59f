import { readFileSync } from 'node:fs';

const documents = ['README.md', '.github/SEVERAL-SERVERS.md'];
const readme = documents
  .map((name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))
  .join('\n');

/**
 * The only block in this language, of the README and of the page on several servers, that has these words.
 * @throws Error when there is none, or more than one.
 */
export function readmeBlock(language: string, words: string): string {
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms');
  const blocks = [...readme.matchAll(fence)].map(([, block = '']) => block);
  const [found, ...others] = blocks.filter((block) => block.includes(words));
  if (found === undefined || others.length > 0) {
    throw new Error(
      `${documents.join(' and ')} must have one block in ${language} with “${words}”.`,
    );
  }
  return found;
}

/** The block with some parts replaced; @throws Error when a part is missing. */
export function withChanges(
  block: string,
  changes: readonly (readonly [string, string])[],
): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from))
      throw new Error(`${documents.join(' and ')} have no “${from}” in:\n${block}`);
    return text.replaceAll(from, to);
  }, block);
}
