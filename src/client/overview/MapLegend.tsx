import { type MapStep, stepWords } from './map-steps.ts';
import * as text from './words.ts';

const swatches = [
  'bg-scale-1',
  'bg-scale-2',
  'bg-scale-3',
  'bg-scale-4',
  'bg-scale-5',
  'bg-scale-6',
  'bg-scale-7',
];

interface MapLegendProps {
  steps: readonly MapStep[];
  /** Whether some countries are chosen and the others are faded. */
  hasChoice: boolean;
}

/**
 * The counts of each shade, and the looks of chosen and other countries: a ring around any shade, and
 * all shades faded.
 */
export const MapLegend = ({ steps, hasChoice }: MapLegendProps) => (
  <ul
    aria-label={text.shades}
    className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted forced-colors:hidden"
  >
    {steps.map((step) => (
      <li key={step.from} className="flex items-center gap-1.5">
        <span aria-hidden className={`h-2.5 w-4 rounded-sm ${swatches[step.shade]}`} />
        <span translate="no">{stepWords(step)}</span>
      </li>
    ))}
    {hasChoice && (
      <>
        <li className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="h-2.5 w-4 rounded-sm outline-2 outline-offset-1 outline-ink"
          />
          <span>{text.chosen}</span>
        </li>
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="flex h-2.5 w-4 overflow-hidden rounded-sm opacity-35">
            {steps.map(({ shade }) => (
              <span key={shade} className={`flex-1 ${swatches[shade]}`} />
            ))}
          </span>
          <span>{text.notChosen}</span>
        </li>
      </>
    )}
  </ul>
);
