import { useSyncExternalStore } from 'react';

/** The size of small text in the style sheet, in pixels. */
const asked = 12;

let scale: number | null = null;

function addProbe(): HTMLElement {
  const probe = document.createElement('span');
  probe.className = 'invisible absolute top-0 left-0 text-xs leading-none';
  probe.ariaHidden = 'true';
  probe.textContent = '0';
  document.body.append(probe);
  return probe;
}

/** Rounded to twentieths, because browsers round heights. */
const scaleOf = (probe: HTMLElement) =>
  Math.max(1, Math.round((20 * probe.getBoundingClientRect().height) / asked) / 20);

/** Measured before the first row, so that no column changes its width after it. */
function read(): number {
  if (scale !== null) return scale;
  const probe = addProbe();
  scale = scaleOf(probe);
  probe.remove();
  return scale;
}

function follow(changed: () => void) {
  const probe = addProbe();
  const observer = new ResizeObserver(() => {
    scale = scaleOf(probe);
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
export const useTextScale = () => useSyncExternalStore(follow, read);
