/** The width of docked details in pixels, until the reader chooses another one. */
export const usualDockWidth = 420;

export const leastDockWidth = 320;
const most = 720;
/** The width that the table keeps: the number and what is compared with it. */
export const leastTableWidth = 480;

/** The least and the greatest width of docked details, where table and details share some room. */
export const dockLimits = (room: number) => ({
  least: leastDockWidth,
  most: Math.max(leastDockWidth, Math.min(most, Math.floor(room) - leastTableWidth)),
});

/** A chosen width within the limits. */
export function dockWidth(chosen: number, room: number): number {
  const limits = dockLimits(room);
  return Math.round(Math.min(Math.max(chosen, limits.least), limits.most));
}
