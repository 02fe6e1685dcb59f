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

/** The counts of each shade. */
export const MapLegend = ({ steps }: { steps: readonly MapStep[] }) => (
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
  </ul>
);
