import { useSyncExternalStore } from 'react';

/** The size of small text in the style sheet, in pixels. */
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
    // Rounded to twentieths, because browsers round heights.
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
 * The factor by which the reader's browser enlarges small text: more than 1 under a minimum font size
 * or a larger default size. Boxes that are sized in pixels around a text have to grow by it.
 */
export const useTextScale = () => useSyncExternalStore(follow, () => scale);
