/** What a menu opens at: a point, or the side of something. */
export interface Anchor {
  x: number;
  top: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

const edge = 6;

/** Below what it opens at, or above it where there is no room; all of it in the window. */
export function placeMenu(anchor: Anchor, menu: Size, window: Size): { left: number; top: number } {
  const fits = anchor.bottom + menu.height + edge <= window.height;
  const top = fits ? anchor.bottom : anchor.top - menu.height;
  const left = Math.min(anchor.x, window.width - menu.width - edge);
  return { left: Math.max(edge, left), top: Math.max(edge, top) };
}
