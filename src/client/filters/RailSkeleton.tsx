const widths = [80, 71, 62, 53, 44, 35];

/** The filter rail before it is there, with the room that its first facet takes. */
export function RailSkeleton() {
  return (
    <div aria-hidden className="pt-8">
      {widths.map((width) => (
        <span key={width} className="skeleton mb-5 block h-2.5" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
