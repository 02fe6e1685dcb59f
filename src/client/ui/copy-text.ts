import * as words from '../words/copy.ts';
import { announce } from './announce.ts';
import { writeClipboard } from './write-clipboard.ts';

/**
 * Copies a text, and announces the result.
 *
 * @param says announced in place of the text, for a text that should not be said aloud.
 * @returns whether the browser allowed it.
 */
export async function copyText(text: string, says = text): Promise<boolean> {
  try {
    await writeClipboard(text);
    announce(words.copied(says));
    return true;
  } catch {
    announce(words.refused);
    return false;
  }
}
