import * as words from '../words/copy.ts';
import { showToast } from './toast.ts';
import { writeClipboard } from './write-clipboard.ts';

/**
 * Copies a text, and says so.
 *
 * @param says named in place of the text, for a text that should not be said aloud.
 * @returns whether the browser allowed it.
 */
export async function copyText(text: string, says = text): Promise<boolean> {
  try {
    await writeClipboard(text);
    showToast({ text: words.copied(says) });
    return true;
  } catch {
    showToast({ text: words.refused });
    return false;
  }
}
