/**
 * Has the browser copy as if the reader had pressed the keys for that, and answers with the text.
 * @throws Error where the browser does not let the page.
 */
function copyByCommand(text: string): void {
  // WebKit copies only what is marked; in an open dialog nothing outside of it can be.
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
 * Puts a text on the clipboard. One that is still being made has to be given as a promise, because a
 * browser may refuse what is asked for long after the press that it follows.
 *
 * @throws where the browser refuses.
 */
export async function writeClipboard(text: string | Promise<Blob>): Promise<void> {
  // Not there on plain http, except on loopback.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (clipboard === undefined) throw new Error('There is no clipboard.');
    if (typeof text === 'string') await clipboard.writeText(text);
    else await clipboard.write([new ClipboardItem({ 'text/plain': text })]);
  } catch {
    // Settings of a browser may refuse pages the clipboard, and let a reader copy all the same.
    copyByCommand(typeof text === 'string' ? text : await (await text).text());
  }
}
