import * as words from '../words/copy.ts';
import { showToast } from './toast.ts';

/**
 * Runs the browser's copy command, and puts the text into its copy event.
 * @throws Error if the browser refuses.
 */
function copyByCommand(text: string): void {
  // WebKit copies only selected content, and an open dialog forbids a selection outside of it.
  const marked = document.createElement('span');
  marked.textContent = text;
  marked.className = 'fixed top-0 size-0 overflow-hidden whitespace-pre select-text';
  (document.activeElement?.closest('dialog') ?? document.body).append(marked);
  const selection = getSelection();
  const earlier = Array.from({ length: selection?.rangeCount ?? 0 }, (_, at) =>
    selection!.getRangeAt(at),
  );
  selection?.selectAllChildren(marked);
  let isCopied = false;
  function answer(event: ClipboardEvent) {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopied = true;
  }
  addEventListener('copy', answer, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    removeEventListener('copy', answer, { capture: true });
    selection?.removeAllRanges();
    for (const range of earlier) selection?.addRange(range);
    marked.remove();
  }
  if (!isCopied) throw new Error('The browser did not copy.');
}

/**
 * Puts a text on the clipboard. A text that is still being made has to be given as a promise: a
 * browser may refuse the clipboard some time after the press.
 *
 * @throws if the browser refuses.
 */
export async function writeClipboard(text: string | Promise<Blob>): Promise<void> {
  // Browsers offer no clipboard on plain http, except on loopback.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (clipboard === undefined) throw new Error('There is no clipboard.');
    if (typeof text === 'string') await clipboard.writeText(text);
    else await clipboard.write([new ClipboardItem({ 'text/plain': text })]);
  } catch {
    // A browser may refuse the clipboard to pages and still allow the copy command.
    copyByCommand(typeof text === 'string' ? text : await (await text).text());
  }
}

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
