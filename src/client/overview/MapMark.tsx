import type { Land } from 'virtual:world-map';
import { needsDot, type shadeCount, smallest } from './map-steps.ts';

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
