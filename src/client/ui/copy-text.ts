import * as words from '../words/copy.ts';
import { announce } from './announce.ts';
import { writeClipboard } from './write-clipboard.ts';

/**
 * Copies a text, and says so.
 *
 * @param says what is announced as copied, where the text itself should not be said aloud.
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
