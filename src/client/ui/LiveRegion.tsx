import { useEffect, useState } from 'react';
import { onAnnounce } from './announce.ts';

interface Message {
  id: number;
  text: string;
}

/** Long enough to be read aloud. A person who reads to the end of the page meets no old message. */
const keptMs = 7000;

/**
 * The one live region of the page; `announce` writes into it. Every message is an element of its
 * own: a screen reader reads a second message after the first. One in the first one's place would
 * cut it off.
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
