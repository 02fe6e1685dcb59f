/** The anchor of a menu: a point, or the side of an element. */
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

/** Places a menu below its anchor, or above where there is no room, inside the window. */
export function placeMenu(anchor: Anchor, menu: Size, window: Size): { left: number; top: number } {
  const fits = anchor.bottom + menu.height + edge <= window.height;
  const top = fits ? anchor.bottom : anchor.top - menu.height;
  const left = Math.min(anchor.x, window.width - menu.width - edge);
  return { left: Math.max(edge, left), top: Math.max(edge, top) };
}
