import { useEffect, useState } from 'react';
import { onAnnounce } from './announce.ts';

/** Long enough to be said; who reads on to the end of the page should not meet it there. */
const keptMs = 7000;

/** The one live region of the page; `announce` writes into it. */
export function LiveRegion() {
  const [text, setText] = useState('');
  // The same words again are another text, or they would be no news.
  useEffect(
    () => onAnnounce((next) => setText((last) => (last === next ? `${next}\u00a0` : next))),
    [],
  );
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(setText, keptMs, '');
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
