/** The heights and widths of the figures. */
const figures = [
  { key: 'findings', look: 'h-64 xl:col-span-2' },
  { key: 'countries', look: 'h-96 xl:col-span-2' },
  { key: 'types', look: 'h-56' },
  { key: 'capabilities', look: 'h-56' },
  { key: 'months', look: 'h-80 xl:col-span-2' },
  { key: 'calls', look: 'h-72' },
  { key: 'messages', look: 'h-72' },
];

/** In place of the last figures, while their numbers are being loaded or counted. */
export const FigureSkeletons = ({ count }: { count: number }) =>
  figures.slice(-count).map(({ key, look }) => (
    <div
      key={key}
      aria-hidden
      className={`grid grid-rows-[auto_1fr] gap-4 rounded-lg border border-line p-4 ${look}`}
    >
      <div className="skeleton h-5 w-44" />
      <div className="skeleton opacity-50" />
    </div>
  ));
