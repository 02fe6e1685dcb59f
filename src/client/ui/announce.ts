type Listener = (text: string) => void;

let listener: Listener | undefined;

/** Has a screen reader read a text, once, when it is silent. */
export const announce = (text: string) => listener?.(text);

export function onAnnounce(next: Listener): () => void {
  listener = next;
  return () => {
    listener = undefined;
  };
}
