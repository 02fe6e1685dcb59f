import { heightShare, type TimelineBar } from './timeline-bars.ts';

interface TimelineBarsProps {
  bars: readonly TimelineBar[];
  idOf: (bar: TimelineBar) => string;
  nameOf: (bar: TimelineBar) => string;
  isMarked: (bar: TimelineBar, place: number) => boolean;
  /** The bar with the pointer or the keys. */
  active: number | null;
  /** The id of the tooltip. */
  tip: string;
}

/** Heights in percent of a half; what is there is seen. */
const percent = (share: number) => `${100 * share}%`;

interface PartProps {
  height: string;
  look: string;
}

const Part = ({ height, look }: PartProps) => (
  <span
    className={`block min-h-0.5 shrink-0 forced-color-adjust-none ${look}`}
    style={{ height }}
  />
);

/** The bars as options of a list that handles pointer and keys. */
export function TimelineBars(props: TimelineBarsProps) {
  const { bars, idOf, nameOf, isMarked, active, tip } = props;
  const up = Math.max(...bars.map(({ added, changed }) => added + changed));
  const down = Math.max(...bars.map(({ gone }) => gone));
  return bars.map((bar, place) => {
    const { added, gone, changed } = bar;
    const isIn = isMarked(bar, place);
    const above = heightShare(added + changed, up);
    const share = added + changed === 0 ? 0 : above / (added + changed);
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names its active option.
      <div
        key={idOf(bar)}
        id={idOf(bar)}
        role="option"
        aria-label={nameOf(bar)}
        aria-selected={isIn}
        aria-describedby={place === active ? tip : undefined}
        className={`grid min-w-0 flex-1 cursor-pointer grid-rows-[2fr_1fr] px-px aria-selected:bg-accent-soft forced-colors:aria-selected:bg-[Highlight] ${place === active ? 'bg-hover' : ''}`}
      >
        <span className="mx-auto flex w-full max-w-8 flex-col justify-end border-b border-control">
          {changed > 0 && (
            <Part
              height={percent(share * changed)}
              look="bg-control forced-colors:border forced-colors:border-[CanvasText] forced-colors:bg-[Canvas]"
            />
          )}
          {added > 0 && (
            <Part height={percent(share * added)} look="bg-accent forced-colors:bg-[CanvasText]" />
          )}
        </span>
        <span className="mx-auto flex w-full max-w-8 flex-col">
          {gone > 0 && (
            <Part
              height={percent(heightShare(gone, down))}
              look="bg-bad forced-colors:bg-[CanvasText]"
            />
          )}
        </span>
      </div>
    );
  });
}
