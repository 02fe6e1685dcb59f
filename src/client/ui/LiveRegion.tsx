import { useEffect, useState } from 'react';
import { onAnnounce } from './announce.ts';

/** The one live region of the page; `announce` writes into it. */
export function LiveRegion() {
  const [text, setText] = useState('');
  useEffect(() => onAnnounce(setText), []);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
