type Listener = (text: string) => void;

let listener: Listener | undefined;

/** Says something once, politely, to a screen reader. */
export const announce = (text: string) => listener?.(text);

export function onAnnounce(next: Listener): () => void {
  listener = next;
  return () => {
    listener = undefined;
  };
}
