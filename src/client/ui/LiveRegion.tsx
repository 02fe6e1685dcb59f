import { useEffect, useState } from 'react';
import { onAnnounce } from './announce.ts';

interface Message {
  id: number;
  text: string;
}

/** Long enough to be said; who reads on to the end of the page should not meet it there. */
const keptMs = 7000;

/**
 * The one live region of the page; `announce` writes into it. Each message is an element of its
 * own: a second message beside the first is said after it, while one in its place would cut it off.
 */
export function LiveRegion() {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    let id = 0;
    const stop = onAnnounce((text) => {
      id += 1;
      const message = { id, text };
      setMessages((kept) => [...kept, message]);
      const timer = setTimeout(() => {
        timers.delete(timer);
        setMessages((kept) => kept.filter((one) => one !== message));
      }, keptMs);
      timers.add(timer);
    });
    return () => {
      stop();
      timers.forEach(clearTimeout);
    };
  }, []);
  return (
    <div role="status" aria-live="polite" aria-atomic="false" className="sr-only">
      {messages.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
