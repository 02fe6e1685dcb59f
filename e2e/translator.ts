import type { Page } from '@playwright/test';

/**
 * Treats every text of the page like a browser's translator, after each change: an element with a
 * new text replaces it. The words stay the same, and texts marked as not to be translated are
 * replaced as well, so that all of the page is tested.
 *
 * @returns the parents of texts that had siblings when they were replaced, which no text may have.
 */
export async function translateAlways(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const beside: string[] = [];
    Object.assign(globalThis, { beside });
    const isTranslated = (text: Text) => text.parentElement?.closest('font') !== null;
    const isOfPage = ({ parentElement: parent }: Text) =>
      parent?.closest('#root, .print-sheet') &&
      parent.namespaceURI === document.documentElement.namespaceURI;

    function translate(text: Text) {
      if (isTranslated(text) || !isOfPage(text)) return;
      if (text.parentNode!.childNodes.length > 1) beside.push(text.parentElement!.outerHTML);
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstElementChild!.append(text.data);
      text.replaceWith(font);
    }
    function translateIn(node: Node) {
      if (node instanceof Text) return translate(node);
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) translate(text);
    }
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records)
        for (const node of type === 'characterData' ? [target] : addedNodes) translateIn(node);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { beside: string[] }).beside);
}
