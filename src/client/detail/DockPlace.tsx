import { leastDockWidth, leastTableWidth, useDetailTaste } from './detail-taste.ts';

/** Keeps the place of docked details until they are loaded, so that the table does not move. */
export function DockPlace() {
  const { width } = useDetailTaste();
  const most = `max(${leastDockWidth}px, 100% - ${leastTableWidth}px)`;
  return (
    <div
      aria-hidden
      className="hidden shrink-0 min-[1200px]:block"
      style={{ width: `clamp(${leastDockWidth}px, ${width}px, ${most})` }}
    />
  );
}
