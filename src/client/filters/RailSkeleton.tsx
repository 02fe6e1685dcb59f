const widths = [80, 71, 62, 53, 44, 35];

/** Stands in for the rail until it is loaded, and keeps the room of the first facet. */
export function RailSkeleton() {
  return (
    <div aria-hidden className="pt-8">
      {widths.map((width) => (
        <span key={width} className="skeleton mb-5 block h-2.5" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
