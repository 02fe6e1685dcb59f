import type { Land } from 'virtual:world-map';
import { type MapStep, needsDot, type shadeCount, smallest, stepWords } from './map-steps.ts';
import * as text from './words.ts';

/** The fill of an outline, and the line that is a dot. */
const looks = [
  ['fill-scale-1', 'stroke-scale-1'],
  ['fill-scale-2', 'stroke-scale-2'],
  ['fill-scale-3', 'stroke-scale-3'],
  ['fill-scale-4', 'stroke-scale-4'],
  ['fill-scale-5', 'stroke-scale-5'],
  ['fill-scale-6', 'stroke-scale-6'],
  ['fill-scale-7', 'stroke-scale-7'],
] as const satisfies { length: typeof shadeCount };
const empty = ['fill-land', 'stroke-land'] as const;

interface MapMarkProps {
  land: Land;
  /** The enlargement of the map: 1 for the whole world. */
  zoom: number;
  /** From the steps of the outline into the picture. */
  transform: string | undefined;
  /** Null for a chosen country without numbers. */
  shade: number | null;
  look: 'plain' | 'chosen' | 'faded';
}

/** Below: a ring around chosen, focused and pointed countries, apart from the fill in any shade. */
const rings = {
  chosen: 'stroke-ink stroke-6 group-focus-visible/mark:stroke-9 forced-colors:stroke-[CanvasText]',
  plain:
    'stroke-transparent stroke-6 group-hover/mark:stroke-ink group-focus-visible/mark:stroke-9 group-focus-visible/mark:stroke-ink forced-colors:group-hover/mark:stroke-[CanvasText] forced-colors:group-focus-visible/mark:stroke-[CanvasText]',
};
/** Above: the fill over the inner half of its own edge, so that a small country stays whole. */
const edges = {
  chosen: 'stroke-page stroke-3 forced-colors:fill-[Highlight] forced-colors:stroke-[Canvas]',
  plain:
    'stroke-page stroke-[1.5] group-hover/mark:stroke-3 group-focus-visible/mark:stroke-3 forced-colors:fill-[CanvasText] forced-colors:stroke-[Canvas]',
};
const dotRings = {
  chosen:
    'stroke-ink stroke-[15] group-focus-visible/mark:stroke-[18] forced-colors:stroke-[CanvasText]',
  plain:
    'stroke-page stroke-[11] group-hover/mark:stroke-[15] group-hover/mark:stroke-ink group-focus-visible/mark:stroke-[18] group-focus-visible/mark:stroke-ink forced-colors:stroke-[CanvasText]',
};
const dotEdges = {
  chosen: 'stroke-[12] stroke-page forced-colors:stroke-[Canvas]',
  plain:
    'stroke-[12] stroke-transparent group-hover/mark:stroke-page group-focus-visible/mark:stroke-page',
};

/**
 * The outline of a country, and a dot where the outline is too small to be seen. The dot is a line of
 * no length with round ends, because the width of a line can be independent of the zoom.
 */
export function MapMark({ land, zoom, transform, shade, look }: MapMarkProps) {
  const [, x, y, , path] = land;
  const [fill, stroke] = shade === null ? empty : looks[shade]!;
  const kind = look === 'chosen' ? 'chosen' : 'plain';
  const line = { transform, d: path, vectorEffect: 'non-scaling-stroke' } as const;
  const dot = { d: `M${x} ${y}h.01`, vectorEffect: 'non-scaling-stroke' } as const;
  return (
    <g
      strokeLinejoin="round"
      strokeLinecap="round"
      className={
        look === 'faded'
          ? 'opacity-35 group-hover/mark:opacity-100 group-focus-visible/mark:opacity-100'
          : ''
      }
    >
      {path !== '' && (
        <>
          <path {...line} fill="none" pointerEvents="none" className={rings[kind]} />
          <path {...line} className={`[paint-order:stroke] ${fill} ${edges[kind]}`} />
        </>
      )}
      {needsDot(land, zoom) && (
        <>
          {/* The width of a line is no size for assistive technology, and this is one. */}
          <circle cx={x} cy={y} r={(2 * smallest) / zoom} className="fill-transparent" />
          <path {...dot} className={dotRings[kind]} />
          <path {...dot} pointerEvents="none" className={dotEdges[kind]} />
          <path
            {...dot}
            pointerEvents="none"
            className={`stroke-[9] ${stroke} ${look === 'chosen' ? 'forced-colors:stroke-[Highlight]' : 'forced-colors:stroke-[ButtonFace]'}`}
          />
        </>
      )}
    </g>
  );
}

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
