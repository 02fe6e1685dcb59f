import { type RefObject, useEffect } from 'react';
import { oneStop } from './one-stop.ts';

/** Makes all controls of an element one stop of Tab, with arrow keys among them. */
export function useOneStop(element: RefObject<HTMLElement | null>, isHorizontal = false): void {
  useEffect(
    () => (element.current ? oneStop(element.current, { isHorizontal }) : undefined),
    [element, isHorizontal],
  );
}
