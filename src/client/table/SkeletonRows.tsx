import { type ColumnId, columnSpec } from '../fields/columns.tsx';

interface SkeletonRowsProps {
  columns: readonly ColumnId[];
  count: number;
  /** Whether the rows are on their way. An animation below the screen would keep a processor busy. */
  isLoading: boolean;
}

/** How much of a cell the bar fills: varied, so that it reads as rows, the same each time. */
const fill = (row: number, column: number) => 45 + ((row * 7 + column * 13) % 40);

/** Placeholders for expected rows, in the geometry of real rows. */
export function SkeletonRows({ columns, count, isLoading }: SkeletonRowsProps) {
  return (
    <div aria-hidden data-testid="skeleton">
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skeletons have nothing but their place.
        <div key={row} className="grid-columns h-(--row-height)">
          {columns.map((id, column) => (
            <div key={id} className="flex items-center border-b border-line px-2">
              <span
                className="skeleton h-2.5"
                style={{
                  width: `${columnSpec(id).size > 60 ? fill(row, column) : 60}%`,
                  ...(!isLoading && { animation: 'none' }),
                }}
              />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
