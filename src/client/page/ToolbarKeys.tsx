import { useEffect, useRef } from 'react';
import { oneStop } from '../ui/one-stop.ts';

/** Makes the toolbar around it one stop of Tab. The first rows do not wait for these keys. */
export function ToolbarKeys() {
  const inside = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const toolbar = inside.current?.closest<HTMLElement>('[role=toolbar]');
    return toolbar ? oneStop(toolbar, { isHorizontal: true }) : undefined;
  }, []);
  return <span ref={inside} hidden />;
}
