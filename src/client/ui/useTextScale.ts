import { useSyncExternalStore } from 'react';

/** Small text as the style sheet asks for it, in pixels. */
const asked = 12;

let scale = 1;

function follow(changed: () => void) {
  const probe = document.createElement('span');
  probe.className = 'invisible absolute top-0 left-0 text-xs leading-none';
  probe.ariaHidden = 'true';
  probe.textContent = '0';
  document.body.append(probe);
  const observer = new ResizeObserver(() => {
    const { height } = probe.getBoundingClientRect();
    // In twentieths, as browsers round heights.
    scale = Math.max(1, Math.round((20 * height) / asked) / 20);
    changed();
  });
  observer.observe(probe);
  return () => {
    observer.disconnect();
    probe.remove();
  };
}

/**
 * How many times higher than asked for the reader's browser makes small text: more than 1 under a
 * least font size or a larger usual one. What is sized in pixels around a text is to grow with it.
 */
export const useTextScale = () => useSyncExternalStore(follow, () => scale);
