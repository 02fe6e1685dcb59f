import { type KeyboardEvent, useState } from 'react';
import { createControlKeys } from './control-keys.ts';

/** The keys that move among the controls of the element that listens; says whether a key was used. */
export function useControlKeys() {
  const [handle] = useState(createControlKeys);
  return (event: KeyboardEvent) => handle(event.currentTarget, event.nativeEvent);
}
