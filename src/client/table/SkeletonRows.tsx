import { type ColumnId, columnSpec } from '../fields/columns.tsx';
import { useIsPhone } from '../ui/screen.ts';

interface SkeletonRowsProps {
  columns: readonly ColumnId[];
  count: number;
  /** Whether the rows are on their way. An animation below the screen would keep a processor busy. */
  isLoading: boolean;
}

/** How much of a cell the bar fills: varied, so that it reads as rows, the same each time. */
const fill = (row: number, column: number) => 45 + ((row * 7 + column * 13) % 40);

interface BarProps {
  width: string;
  isLoading: boolean;
}

const Bar = ({ width, isLoading }: BarProps) => (
  <span
    className="skeleton block h-2.5"
    style={{ width, ...(!isLoading && { animation: 'none' }) }}
  />
);

function PhoneRows({ count, isLoading }: Omit<SkeletonRowsProps, 'columns'>) {
  return Array.from({ length: count }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: skeletons have nothing but their place.
    <div key={row} className="flex h-(--row-height) items-center gap-3 border-b border-line px-3">
      <Bar width="1.75rem" isLoading={isLoading} />
      <div className="grid flex-1 gap-3">
        <Bar width={`${fill(row, 0) / 2}%`} isLoading={isLoading} />
        <Bar width={`${fill(row, 1)}%`} isLoading={isLoading} />
      </div>
    </div>
  ));
}

/** Placeholders for expected rows, in the geometry of real rows. */
export function SkeletonRows({ columns, count, isLoading }: SkeletonRowsProps) {
  const isPhone = useIsPhone();
  if (isPhone) {
    return (
      <div aria-hidden data-testid="skeleton">
        <PhoneRows count={count} isLoading={isLoading} />
      </div>
    );
  }
  return (
    <div aria-hidden data-testid="skeleton">
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skeletons have nothing but their place.
        <div key={row} className="grid-columns h-(--row-height)">
          {columns.map((id, column) => (
            <div key={id} className="flex items-center border-b border-line px-1.5">
              <Bar
                width={`${columnSpec(id).size > 60 ? fill(row, column) : 60}%`}
                isLoading={isLoading}
              />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
