import { type RefObject, useEffect } from 'react';

/**
 * Makes everything outside an element inert while the element covers the page. Live regions still
 * speak.
 */
export function useInertOutside(element: RefObject<HTMLElement | null>, isActive: boolean) {
  useEffect(() => {
    if (!isActive) return;
    const hidden: Element[] = [];
    for (
      let inner = element.current;
      inner && inner !== document.body;
      inner = inner.parentElement
    ) {
      for (const sibling of inner.parentElement?.children ?? []) {
        if (sibling === inner || sibling.matches('[inert], [aria-live], dialog, script')) continue;
        sibling.setAttribute('inert', '');
        hidden.push(sibling);
      }
    }
    return () => {
      for (const sibling of hidden) sibling.removeAttribute('inert');
    };
  }, [element, isActive]);
}
